"""Terms that are asked for and that no attribute holds: of validity, of storage."""

from functools import cache

from kb.answer.cue_groups import CueGroups
from kb.answer.wording import read_wording
from kb.text.words import Words


def other_term(words: Words) -> str | None:
    """The term (`validity`, `storage`) that a question asks for instead of the service's; None for others."""
    return min(_groups().found(words), default=None)


@cache
def _groups() -> CueGroups:
    return CueGroups({"groups": read_wording("other_terms")})
