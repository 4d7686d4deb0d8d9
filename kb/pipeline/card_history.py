"""The values of a card over time."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kb.model import Act, Attribute, Card, Statement
from kb.model.plain_json import Json
from kb.model.shapes import evidence_to_json, scope_to_json
from kb.model.value_shapes import value_to_json
from kb.pipeline.dating import rule_some
from kb.pipeline.ruled_values import ATTRIBUTE_ORDER, value_keys
from kb.resolve import RuledStanding, Ruling, case_of, report_year


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """A value and a period in which it held: from `since` (None = no text tells) until `until` (exclusive, None =
    still). A value that never held has the period of its text.

    `held` tells whether it did; `ruling` is that of `today`; `report` is the year of the report that alone tells it.
    """

    statements: tuple[Statement, ...]
    since: date | None
    until: date | None
    held: bool
    ruling: Ruling
    report: int | None

    @property
    def standing(self) -> RuledStanding:
        """The standing today; a period that is over or to come is not in force whatever holds today."""
        return self.ruling.standing


def card_history(
    card: Card, *, today: date, acts: Sequence[Act] = (), attribute: Attribute | None = None
) -> tuple[HistoryEntry, ...]:
    """All values of a card, or of one attribute, case by case and by time. `acts` as in `rule_card`."""
    wanted = ATTRIBUTE_ORDER if attribute is None else (attribute,)
    return tuple(
        entry
        for one in wanted
        for entry in _history([told for told in card.statements if told.attribute is one], today, acts)
    )


def history_to_json(entry: HistoryEntry) -> Json:
    """A value with its period, its standing today and its places."""
    first = entry.statements[0]
    return {
        "attribute": first.attribute.value,
        "scope": scope_to_json(first.scope),
        "value": value_to_json(first.value),
        "from": entry.since.isoformat() if entry.since else None,
        "until": entry.until.isoformat() if entry.until else None,
        "held": entry.held,
        "day_standing": entry.standing.value,
        "overridden_by": entry.ruling.overridden_by.id if entry.ruling.overridden_by else None,
        "rule": entry.ruling.rule,
        "report_year": entry.report,
        "statements": [one.id for one in entry.statements],
        "evidence": [evidence_to_json(one.evidence) for one in entry.statements],
    }


def _history(statements: Sequence[Statement], today: date, acts: Sequence[Act]) -> list[HistoryEntry]:
    if not statements:
        return []
    keys = value_keys(statements)
    spans = _spans(statements)
    ruled_today = rule_some(statements, today, acts=acts)
    told: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        told[key].append(place)
    held: dict[Hashable, dict[int, list[int]]] = defaultdict(dict)  # who tells a value in force, by number of span
    for number, (since, until) in enumerate(spans):
        for place, ruling in enumerate(rule_some(statements, _day_in(since, until, today), acts=acts)):
            if ruling.effective:
                held[keys[place]].setdefault(number, []).append(place)
    now = next(number for number, (_, until) in enumerate(spans) if until is None or today < until)
    dated = {place for place, one in enumerate(statements) if one.valid_from}
    entries = []
    for key, places in told.items():
        numbers = {number for number, mine in held[key].items() if dated.intersection(mine)}
        periods = _runs(sorted(numbers)) if dated.intersection(places) else []
        if now in held[key] and not periods:
            # A card or report without a beginning tells what holds now, and nothing of when that began.
            entries.append(_entry(statements, held[key][now], (None, spans[now][1]), ruled_today, held=True))
            continue
        for first, last in periods:
            mine = sorted({place for number in range(first, last + 1) for place in held[key][number]})
            bounds = spans[first][0], spans[last][1]
            entries.append(_entry(statements, mine, bounds, ruled_today, held=True))
        if not periods:
            told_first = statements[places[0]]
            bounds = told_first.valid_from, told_first.valid_to
            entries.append(_entry(statements, places, bounds, ruled_today, held=False))
    return _by_case(entries)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of neighbouring numbers."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _entry(
    statements: Sequence[Statement],
    places: Sequence[int],
    bounds: tuple[date | None, date | None],
    rulings: Sequence[Ruling],
    *,
    held: bool,
) -> HistoryEntry:
    years = [report_year(statements[place].service) for place in places]
    best = next((place for place in places if rulings[place].effective), places[0])
    return HistoryEntry(
        statements=tuple(statements[place] for place in places),
        since=bounds[0],
        until=bounds[1],
        held=held,
        ruling=rulings[best],
        report=max((year for year in years if year), default=None) if all(years) else None,
    )


def _by_case(entries: Sequence[HistoryEntry]) -> list[HistoryEntry]:
    cases = {case: place for place, case in enumerate(dict.fromkeys(case_of(one.statements[0]) for one in entries))}
    return sorted(entries, key=lambda one: (cases[case_of(one.statements[0])], not one.held, one.since or date.min))


def _spans(statements: Sequence[Statement]) -> list[tuple[date | None, date | None]]:
    """The stretches of time in which nothing begins or ends."""
    days = {
        day
        for one in statements
        for day in (one.valid_from, one.valid_to, one.evidence.edition, one.by.date if one.by else None)
        if day and day > date.min  # the end of a text that held on no day
    }
    return list(pairwise([None, *sorted(days), None]))


def _day_in(since: date | None, until: date | None, today: date) -> date:
    return since or (until - timedelta(days=1) if until else today)
