"""Text that repeats elsewhere: how much of it, where, and what was pasted from another service; see docs/overlap.md."""

from kb.compare.overlap.clause_owners import ClauseOwners
from kb.compare.overlap.clause_text import ClauseText, clause_texts
from kb.compare.overlap.measuring import measure_overlap
from kb.compare.overlap.overlap import Overlap
from kb.compare.overlap.pasted_text import PastedKind, PastedText
from kb.compare.overlap.pasting import find_pasted
from kb.compare.overlap.share import Share

__all__ = [
    "ClauseOwners", "ClauseText", "Overlap", "PastedKind", "PastedText", "Share",
    "clause_texts", "find_pasted", "measure_overlap",
]  # fmt: skip
