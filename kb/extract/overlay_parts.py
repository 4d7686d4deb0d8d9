"""A part of a sentence that sets, changes or plans: its channels, terms and fees."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.extract.deadlines import extract_deadlines, segment_terms
from kb.extract.fees import extract_fees
from kb.extract.former_values import find_changes
from kb.extract.overlay_channels import find_overlay_channels
from kb.extract.passage import Passage
from kb.extract.periods import Period
from kb.extract.region_scopes import find_regions
from kb.extract.segment import Segment
from kb.extract.wording import wording
from kb.model import ActReference, Attribute, Bound, Deadline, Fee, FeeKind, ScopeField, Standing, Statement
from kb.text import Number, find_numbers

FILE = "overlay"


@dataclass(frozen=True, slots=True)
class OverlayPart:
    """A part of a sentence that says one thing; `masked` is it without what stands in quotation marks."""

    passage: Passage
    start: int
    end: int
    masked: str
    standing: Standing
    period: Period | None
    by: ActReference | None
    regions: tuple[ScopeField, ...]
    sets_all: bool

    def statements(self) -> Iterator[Statement]:
        """All values of the part, once for each region that it names."""
        regions = find_regions(self.passage, self.start, self.end) or self.regions
        for one in self._values():
            if regions:
                yield from (replace(one, scope=replace(one.scope, region=region)) for region in regions)
            else:
                yield one

    def _values(self) -> Iterator[Statement]:
        planned = self.standing is Standing.PLANNED
        pilot = bool(wording(FILE, "pilot").search(self.masked)) and self._is_dated()
        if planned or self._is_dated():
            yield from self._channels(giving=planned or pilot or self.sets_all)
        changed = bool(wording(FILE, "changed").search(self.masked))
        if not (planned or changed or pilot or self.sets_all):
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
        return self.sets_all or self.period is not None or self.by is not None

    def _last_number(self, start: int, end: int) -> tuple[int, int]:
        """The value from its last number on: what reads as a range may be the old and the new value."""
        numbers = find_numbers(self.passage.folded[start:end])
        return (start + numbers[-1].start, end) if numbers else (start, end)


def _place(passage: Passage, statement: Statement) -> tuple[int, int]:
    return passage.folding.place(statement.evidence.start - passage.start, statement.evidence.end - passage.start)


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
