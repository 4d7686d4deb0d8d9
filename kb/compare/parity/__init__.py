"""The Kazakh and the Russian text of one act must say the same: what differs, clause by clause."""

from kb.compare.parity.clause_differences import compare_wordings
from kb.compare.parity.paired_documents import pair_documents
from kb.compare.parity.sign import ParityKind
from kb.compare.parity.text_differences import ParityDifference, Place, compare_languages
from kb.compare.parity.wording_difference import WordingDifference

__all__ = [
    "ParityDifference", "ParityKind", "Place", "WordingDifference", "compare_languages", "compare_wordings",
    "pair_documents",
]  # fmt: skip
