"""Sentences that set values in place of other texts, tell of a change, or announce one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.extract.deadlines import extract_deadlines, segment_terms
from kb.extract.fees import extract_fees
from kb.extract.former_values import find_changes
from kb.extract.overlay_channels import find_overlay_channels
from kb.extract.passage import Passage
from kb.extract.periods import Period, read_period, read_time
from kb.extract.references import find_references
from kb.extract.region_scopes import find_regions
from kb.extract.segment import Segment
from kb.extract.wording import wording
from kb.model import ActReference, Attribute, Bound, Deadline, Fee, FeeKind, ScopeField, Standing, Statement
from kb.text import Number, find_numbers

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
        part = _Part(passage, start, end, masked, standing, period or order.period, by, order)
        statements.extend(part.statements())
    return statements


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a sentence that says one thing; `masked` is it without what stands in quotation marks."""

    passage: Passage
    start: int
    end: int
    masked: str
    standing: Standing
    period: Period | None
    by: ActReference | None
    order: Order

    def statements(self) -> Iterator[Statement]:
        """All values of the part, once for each region that it names."""
        regions = find_regions(self.passage, self.start, self.end) or self.order.regions
        for one in self._values():
            if regions:
                yield from (replace(one, scope=replace(one.scope, region=region)) for region in regions)
            else:
                yield one

    def _values(self) -> Iterator[Statement]:
        planned = self.standing is Standing.PLANNED
        pilot = bool(wording(FILE, "pilot").search(self.masked)) and self._is_dated()
        if planned or self._is_dated():
            yield from self._channels(giving=planned or pilot or self.order.sets_all)
        changed = bool(wording(FILE, "changed").search(self.masked))
        if not (planned or changed or pilot or self.order.sets_all):
            return
        segment = Segment(self.start, self.end, self.start, FILE, False, self.passage.source_kind)
        if wording(FILE, "term").search(self.masked) and not wording(FILE, "not_of_service").search(self.masked):
            spans = [self._last_number(term.start, term.end) for term in segment_terms(self.passage, segment)]
            yield from self._changed(extract_deadlines(self.passage, segment), spans, changed=changed or planned)
        if wording(FILE, "fee").search(self.masked):
            fees = [one for one in extract_fees(self.passage, segment) if not _is_vague(one)]
            yield from self._changed(
                fees, [self._last_number(*_place(self.passage, one)) for one in fees], changed=changed or planned
            )

    def _channels(self, *, giving: bool) -> Iterator[Statement]:
        for found in find_overlay_channels(self.passage.plain, self.masked, self.start, self.end, giving=giving):
            places = [found.start, found.end]
            if self.period and self.start <= self.period.start and self.period.end <= self.end:
                places += [self.period.start, self.period.end]
            span = self.passage.whole_words(min(places), max(places))
            yield self._set(self.passage.state(Attribute.CHANNEL, found.value, *span))

    def _changed(self, stated: list[Statement], spans: list[tuple[int, int]], *, changed: bool) -> Iterator[Statement]:
        if not changed:
            yield from (self._set(one) for one in stated)
            return
        for change in find_changes(self.passage, spans, self.start, self.end):
            if change.difference:
                continue
            new, (start, end) = stated[change.place], spans[change.place]
            was = stated[change.was] if change.was is not None else None
            if change.former is not None:
                was = self._former(new, change.former, end)
                new = _with_number(new, find_numbers(self.passage.folded[start:end])[-1].value)
            if was is not None:
                yield self._before(was)
            if self.standing is Standing.PLANNED or self._is_dated():
                yield self._set(_exact(new) if was else new)

    def _former(self, new: Statement, number: Number, end: int) -> Statement:
        """The value before: its number with the unit of the new one."""
        cited = self.passage.cite(self.start + number.start, end)
        return replace(_with_number(new, number.value), evidence=cited)

    def _before(self, was: Statement) -> Statement:
        """What was before; a plan ends nothing."""
        if self.standing is Standing.PLANNED:
            return _without_case(_exact(was))
        until = self.period.since if self.period else None
        return replace(_without_case(_exact(was)), standing=Standing.FORMER, valid_to=until)

    def _set(self, one: Statement) -> Statement:
        since, until = (self.period.since, self.period.until) if self.period else (None, None)
        return replace(_without_case(one), standing=self.standing, by=self.by, valid_from=since, valid_to=until)

    def _is_dated(self) -> bool:
        return self.order.sets_all or self.period is not None or self.by is not None

    def _last_number(self, start: int, end: int) -> tuple[int, int]:
        """The value from its last number on: what reads as a range may be the old and the new value."""
        numbers = find_numbers(self.passage.folded[start:end])
        return (start + numbers[-1].start, end) if numbers else (start, end)


def _place(passage: Passage, statement: Statement) -> tuple[int, int]:
    return passage.folding.place(statement.evidence.start - passage.start, statement.evidence.end - passage.start)


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


def _without_case(one: Statement) -> Statement:
    """The words of a tale are no case."""
    return replace(one, scope=replace(one.scope, case=None))


def _exact(one: Statement) -> Statement:
    """«From 15 to 10 days»: the words before the numbers are no bounds."""
    value = one.value
    return replace(one, value=replace(value, bound=Bound.EXACT, least=None)) if isinstance(value, Deadline) else one


def _with_number(one: Statement, number: Decimal) -> Statement:
    value = one.value
    if isinstance(value, Deadline):
        return replace(one, value=replace(value, value=number, least=None))
    return replace(one, value=replace(value, amount=number, least=None)) if isinstance(value, Fee) else one


def _is_vague(one: Statement) -> bool:
    return isinstance(one.value, Fee) and one.value.kind is FeeKind.PAID_UNSPECIFIED
