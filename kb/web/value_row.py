"""Statements of one attribute as rows: equal values are one row with several sources."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from kb.model import Channel, Deadline, Fee, Language, Purpose, RequiredDocument, SourceKind, Statement, Text
from kb.norms import label, value_notes
from kb.pipeline.dating import rule_some
from kb.pipeline.ruled_values import Part, RuledValue, ruled_values
from kb.pipeline.value_key import value_key
from kb.resolve import Ruling, case_of, report_year, scope_of, statements_on
from kb.web.conditions import value_conditions
from kb.web.fee_in_words import TengeNote, tenge_note
from kb.web.ruling_words import Instead, narrowed_words, overridden_words, standing_words
from kb.web.source_link import SourceLink, source_link
from kb.web.value_words import Shown, act_words, value_words
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One speaker of a value with the places.

    `validity` is set where it is not the period of the edition, `report` where a dated report tells the value.
    """

    source_kind: SourceKind
    speaker: str
    links: tuple[SourceLink, ...]
    report: str | None
    validity: str | None
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """One value with its conditions and everybody who states it; `notes` is what it says beside its number or code.

    `value_key` and `case_key` are equal where values and cases are; `differs` when another row of the
    same case says something else; `missing` when the source leaves the number out; `minor` for terms of other
    things than the service; `obtained` for a document that the state gets by itself. `part` is where it stands on the
    card and `standing` why it does not hold; `overridden` is what holds in its place, `narrowed` what does so for a
    part of its scope; `unconfirmed` tells the report that alone knows it, `set_by` the act that a text says sets it.
    """

    shown: Shown
    notes: tuple[str, ...]
    conditions: tuple[Shown, ...]
    told: tuple[Telling, ...]
    languages: tuple[Language, ...]
    tenge: TengeNote | None
    missing: bool
    minor: bool
    differs: bool
    free_text: bool
    obtained: bool
    value_key: Hashable
    case_key: Hashable
    part: Part
    standing: str | None
    overridden: Instead | None
    narrowed: tuple[Instead, ...]
    unconfirmed: str | None
    set_by: Shown | None

    @property
    def links(self) -> tuple[SourceLink, ...]:
        """The places of all speakers."""
        return tuple(link for telling in self.told for link in telling.links)

    @property
    def in_force(self) -> bool:
        """Whether the value holds on the day."""
        return self.part is Part.CURRENT


def value_rows(
    statements: Sequence[Statement], words: Words, *, day: date, rulings: Sequence[Ruling] | None = None
) -> tuple[ValueRow, ...]:
    """Rows in the order of `ruled_values`: what holds on the day first; statements with one value and one case share
    a row, nothing is left out. `rulings` are those of the statements; without them no act is known to be of higher
    force than another.
    """
    ruled = rule_some(statements, day, acts=()) if rulings is None else rulings
    fees = {statement.id: statement.value for statement in statements if isinstance(statement.value, Fee)}
    return tuple(_row(value, words, day=day, fees=fees) for value in ruled_values(ruled, day))


def _row(ruled: RuledValue, words: Words, *, day: date, fees: dict[str, Fee]) -> ValueRow:
    group = ruled.statements
    first = ruled.spokesman(words.language)
    telling = next((one for one in group if isinstance(one.value, Deadline) and one.value.starts), first)
    value = first.value
    fee = value if isinstance(value, Fee) else None
    return ValueRow(
        shown=value_words(first, words),
        notes=value_notes(telling.value, words.language),
        conditions=value_conditions(first, words),
        told=_told(group, words, day=day),
        languages=tuple(dict.fromkeys(one.evidence.language for one in group)),
        tenge=tenge_note(fee, words, day=day, base=fees.get(fee.of or "")) if fee else None,
        missing=isinstance(value, Deadline) and value.value is None,
        minor=isinstance(value, Deadline) and value.purpose is not Purpose.SERVICE,
        differs=ruled.disputed,
        free_text=isinstance(value, Text),
        obtained=isinstance(value, RequiredDocument) and value.obtained_by_state,
        value_key=value_key(first),
        case_key=(first.attribute, scope_of(first.scope)) if isinstance(value, Channel) else case_of(first),
        part=ruled.part,
        standing=standing_words(ruled, words),
        overridden=overridden_words(ruled, words),
        narrowed=narrowed_words(ruled, words),
        set_by=_set_by(group, words),
        unconfirmed=words("card.unconfirmed", year=ruled.unconfirmed) if ruled.unconfirmed else None,
    )


def _set_by(group: Sequence[Statement], words: Words) -> Shown | None:
    named = next(((one.by, one.evidence.language) for one in group if one.by), None)
    return act_words(named[0], words, language=named[1]) if named else None


def _told(group: Sequence[Statement], words: Words, *, day: date) -> tuple[Telling, ...]:
    speakers: dict[Hashable, list[Statement]] = {}
    for one in group:
        key = one.source_kind, report_year(one.service), _validity(one, words), bool(statements_on([one], day))
        speakers.setdefault(key, []).append(one)
    return tuple(
        Telling(
            source_kind=mine[0].source_kind,
            speaker=label("source_kind", mine[0].source_kind.value, words.language),
            links=tuple({link.href: link for link in (source_link(one.evidence, words) for one in mine)}.values()),
            report=_report(mine[0], words),
            validity=_validity(mine[0], words),
            in_force=bool(statements_on(mine[:1], day)),
        )
        for mine in speakers.values()
    )


def _report(statement: Statement, words: Words) -> str | None:
    year = report_year(statement.service)
    return words("card.report", year=year) if year else None


def _validity(statement: Statement, words: Words) -> str | None:
    parts = []
    if statement.valid_from and statement.valid_from != statement.evidence.edition:
        parts.append(words("card.valid_from", day=words.day(statement.valid_from)))
    if statement.valid_to:
        parts.append(words("card.valid_to", day=words.day(statement.valid_to)))
    return " ".join(parts) or None
