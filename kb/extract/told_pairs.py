"""A promise and the complaint that it was not kept, told in one run of words."""

from collections.abc import Iterable, Iterator

from kb.extract.passage import Passage
from kb.extract.told_remarks import told_remark
from kb.extract.wording import coded_wording
from kb.model import Remark, RemarkKind

FILE = "told_pair"
ORDERS = {
    "promise_first": (RemarkKind.PROMISE, RemarkKind.COMPLAINT),
    "complaint_first": (RemarkKind.COMPLAINT, RemarkKind.PROMISE),
}


def extract_told_pairs(passages: Iterable[Passage]) -> Iterator[Remark]:
    """Two remarks of one subject for each pair, the one that is told first in front."""
    for passage in passages:
        for key, kinds in ORDERS.items():
            for subject, pattern in coded_wording(FILE, key):
                for match in pattern.finditer(passage.plain):
                    last = match.lastindex or 0  # the second group of the pattern that fits
                    for kind, group in zip(kinds, (last - 1, last), strict=True):
                        yield told_remark(passage, kind, subject, *match.span(group))
