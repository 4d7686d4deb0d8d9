"""Sentences that set values in place of other texts, tell of a change, or announce one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.extract.overlay_parts import OverlayPart
from kb.extract.passage import Passage
from kb.extract.periods import Period, read_period, read_time
from kb.extract.references import find_references
from kb.extract.segment import Segment
from kb.extract.wording import wording
from kb.model import ActReference, ScopeField, Standing, Statement

FILE = "overlay"
MARK_BEHIND = 3  # the mark of a footnote may stand behind the full stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is known of an overlay before a sentence is read: its period and regions, and whether an order speaks."""

    period: Period | None = None
    regions: tuple[ScopeField, ...] = ()
    sets_all: bool = False
    """Whether every value that its text gives is an overlay, as in an order on a pilot."""
    own: bool = False
    """Whether the text is the order's own: acts that it names are then not those that set the values."""


def read_overlays(
    passage: Passage, sentence: Segment, *, order: Order = Order(), notes: Mapping[str, ActReference] | None = None
) -> list[Statement]:
    """The values that a sentence sets, changes or plans, with standing, period, region and the act that sets them.

    `notes` are the acts that footnotes name, by their marks. A change that neither a time nor an act is told of is
    none that can be dated: only the former value is stated then.
    """
    apart = [(one.start, one.end) for one in find_references(passage, sentence.start, sentence.end)]
    by = None if order.own else _named_act(passage, sentence, notes or {})
    whole = read_period(passage.plain, sentence.start, sentence.end, apart=apart)
    statements: list[Statement] = []
    for start, end in _parts(passage.plain, sentence):
        masked = _masked(passage.plain, start, end)
        standing = _standing(passage.plain, masked, start, end, apart)
        if standing is None:
            continue
        period = read_period(passage.plain, start, end, apart=apart) or whole
        if standing is Standing.PLANNED:
            period = read_time(passage.plain, start, end, apart=apart) or period
        part = OverlayPart(
            passage, start, end, masked, standing, period or order.period, by, order.regions, order.sets_all
        )
        statements.extend(part.statements())
    return statements


def _standing(plain: str, masked: str, start: int, end: int, apart: list[tuple[int, int]]) -> Standing | None:
    """How the part puts its values; None where it only wishes."""
    if wording(FILE, "wish").search(masked):
        return None
    if wording(FILE, "planned").search(masked):
        return Standing.PLANNED
    future = wording(FILE, "future").search(masked)
    return Standing.PLANNED if future and read_time(plain, start, end, apart=apart) else Standing.OVERLAY


def _parts(plain: str, sentence: Segment) -> Iterator[tuple[int, int]]:
    start = sentence.start
    for cut in wording(FILE, "contrast").finditer(plain, sentence.start, sentence.end):
        yield start, cut.start()
        start = cut.start() + 1
    yield start, sentence.end


def _masked(plain: str, start: int, end: int) -> str:
    """The part with blanks in place of quoted names and titles: what they say is not said here."""
    return wording(FILE, "quoted").sub(lambda quoted: " " * len(quoted.group()), plain[start:end])


def _named_act(passage: Passage, sentence: Segment, notes: Mapping[str, ActReference]) -> ActReference | None:
    for found in find_references(passage, sentence.start, sentence.end):
        return found.value
    end = min(len(passage.plain), sentence.end + MARK_BEHIND)
    for mark in wording(FILE, "mark").finditer(passage.plain, sentence.start, end):
        if mark.group() in notes:
            return notes[mark.group()]
    return None
