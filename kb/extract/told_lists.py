"""Items that leave a list of documents open, as a report quotes them in its text and in footnotes."""

from collections.abc import Iterable, Iterator

from kb.extract.passage import Passage
from kb.extract.told_remarks import told_remark
from kb.extract.wording import wording
from kb.model import Remark, RemarkKind

FILE = "told_list"


def extract_open_lists(passages: Iterable[Passage]) -> Iterator[Remark]:
    """One remark a passage at most: that more papers may be asked for, in a passage that speaks of the list or of its
    items."""
    for passage in passages:
        match = wording(FILE, "open_list").search(passage.plain)
        if match and wording(FILE, "of_list").search(passage.plain):
            yield told_remark(passage, RemarkKind.PROMISE, "open_list", *match.span())
