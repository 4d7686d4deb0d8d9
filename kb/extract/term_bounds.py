"""How the number of a term binds: exactly, at most or at least, by the words around it."""

from kb.extract.terms import LOOK_BACK, Term
from kb.extract.wording import wording
from kb.model import Bound

FILE = "deadline"
BEHIND = 60  # the longest bound behind a unit with one word between has about 50 characters


def read_bound(plain: str, term: Term, first: int, last: int) -> tuple[Bound, int]:
    """The bound of a term inside `plain[first:last]`, and where its words end."""
    after = plain[term.end : min(last, term.end + BEHIND)]
    for key, bound in (("min_after", Bound.MIN), ("max_after", Bound.MAX)):
        match = wording(FILE, key).search(after)
        if match:
            return bound, term.end + match.end()
    own = plain[term.start : term.end]
    if wording(FILE, "max_inside").search(own):
        return Bound.MAX, term.end
    before = plain[max(first, term.start - LOOK_BACK) : term.start]
    if wording(FILE, "exact_before").search(before):
        return Bound.EXACT, term.end
    for key, bound in (("min_before", Bound.MIN), ("max_before", Bound.MAX)):
        if wording(FILE, key).search(before):
            return bound, term.end
    return Bound.EXACT, term.end


def max_label(words: str) -> bool:
    """Whether a label calls its time the longest one («maximum permitted waiting time»)."""
    return bool(wording(FILE, "max_label").search(words))
