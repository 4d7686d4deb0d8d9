"""«Free» and «paid» in a sentence: the words that say it or deny it, for whom, and for whom not."""

import re
from collections.abc import Iterator

from kb.extract.passage import Passage
from kb.extract.price_limits import Price
from kb.extract.scopes import read_scope
from kb.extract.segment import Segment
from kb.extract.wording import wording
from kb.model import Fee, FeeKind, Scope

FILE = "fee"
TOPIC = "fee"
OPPOSITE = {FeeKind.FREE: FeeKind.PAID_UNSPECIFIED, FeeKind.PAID_UNSPECIFIED: FeeKind.FREE}
Span = tuple[int, int]


def find_words(passage: Passage, segment: Segment, *, has_amounts: bool) -> Iterator[Price]:
    """What the segment calls free, and what it calls paid where no sum stands beside it; what is denied to be free is
    paid."""
    text, start, end = passage.plain, segment.start, segment.end
    if wording(FILE, "denied").search(text, start, end):
        return
    priced = segment.topic == TOPIC
    denied = _spans(passage, "denied_free", start, end)
    taken = [*denied, *_spans(passage, "not_free", start, end)]
    for key in ("free", "exempt", "not_charged") if priced else ("free",):
        for first, last in _spans(passage, key, segment.body if key == "not_charged" else start, end):
            if not any(other <= first < behind for other, behind in taken):
                yield Price(Fee(kind=FeeKind.FREE), first, last)
                taken.append((first, last))
    if has_amounts:
        return
    paid = [*denied, *_spans(passage, "paid", start, end)]
    for first, last in paid or (_spans(passage, "charged", segment.body, end) if priced else ()):
        yield Price(Fee(kind=FeeKind.PAID_UNSPECIFIED), first, last)


def payers_behind(passage: Passage, start: int, until: int, *, alone: bool) -> tuple[Scope, int]:
    """Whom «free» or «paid» holds for, where the words behind name them («free for people, for firms 2 MRP»), and where
    these words end; several kinds of payers restrict nothing. Of a price that stands alone only the words directly
    behind tell it: others go on with something else."""
    named = wording(FILE, "payers").match(passage.plain, start, until)
    end = named.end() if named else start + len(re.split("[,;.\n]", passage.plain[start:until], maxsplit=1)[0])
    recipient = read_scope(passage, start, end).recipient if named or not alone else None
    return Scope(recipient=recipient), end if named or recipient else start


def excepted(passage: Passage, before: Span, behind: Span) -> tuple[Scope, Span] | None:
    """For whom or in which case the opposite holds, and where that stands: «free, except for firms», with the words
    between the last value and this one, and between this one and the next."""
    for key, (start, end) in (("except_before", before), ("except_behind", behind)):
        found = wording(FILE, key).search(passage.plain[start:end])
        if found:
            span = start + found.start("who"), start + found.end("who")
            return read_scope(passage, *span), span
    return None


def _spans(passage: Passage, key: str, start: int, end: int) -> list[Span]:
    """Where a wording stands in a part of the passage."""
    found = wording(FILE, key).finditer(passage.plain[start:end])
    return [(start + match.start(), start + match.end()) for match in found]
