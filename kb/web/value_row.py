"""Statements of one attribute as rows: equal values are one row with several sources."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from kb.model import Deadline, Fee, Language, Purpose, Scope, ScopeField, SourceKind, Statement, Text
from kb.norms import codes, label
from kb.resolve import case_of, disputed, report_year, statements_on
from kb.web.fee_in_words import TengeNote, tenge_note
from kb.web.source_link import SourceLink, shorten, source_link
from kb.web.value_words import Shown, quoted_from, value_words
from kb.web.words import Words

_SPEAKERS = tuple(SourceKind)
_CODED = {"channel": "channel", "recipient": "recipient", "region": "region"}


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
    """One value with its conditions and everybody who states it.

    `value_key` and `case_key` are equal where values and cases are; `differs` when another row of the
    same case says something else; `missing` when the source leaves the number out; `minor` for terms of other
    things than the service.
    """

    shown: Shown
    conditions: tuple[Shown, ...]
    told: tuple[Telling, ...]
    languages: tuple[Language, ...]
    tenge: TengeNote | None
    missing: bool
    minor: bool
    differs: bool
    free_text: bool
    value_key: Hashable
    case_key: Hashable

    @property
    def links(self) -> tuple[SourceLink, ...]:
        """The places of all speakers."""
        return tuple(link for telling in self.told for link in telling.links)

    @property
    def in_force(self) -> bool:
        """Whether anybody's statement holds on the day."""
        return any(telling.in_force for telling in self.told)


def value_rows(statements: Sequence[Statement], words: Words, *, day: date) -> tuple[ValueRow, ...]:
    """Rows in reading order; statements with one value and one case share a row.

    What holds on the day stands before what does not, the service's own term before others, acts before
    reports of practice; nothing is left out.
    """
    merged: dict[Hashable, list[Statement]] = {}
    for statement in statements:
        merged.setdefault((value_key(statement), case_of(statement)), []).append(statement)
    contradicted = disputed(statements, day=day)
    fees = {statement.id: statement.value for statement in statements if isinstance(statement.value, Fee)}
    rows = (
        _row(group, words, day=day, differs=any(one.id in contradicted for one in group), fees=fees)
        for group in merged.values()
    )
    return tuple(sorted(rows, key=_precedence))


def _precedence(row: ValueRow) -> tuple[bool, bool, int]:
    return not row.in_force, row.minor, min(_SPEAKERS.index(telling.source_kind) for telling in row.told)


def _row(group: Sequence[Statement], words: Words, *, day: date, differs: bool, fees: dict[str, Fee]) -> ValueRow:
    first = next((one for one in group if one.evidence.language is words.language), group[0])
    value = first.value
    fee = value if isinstance(value, Fee) else None
    return ValueRow(
        shown=value_words(first, words),
        conditions=_conditions(first, words),
        told=_told(group, words, day=day),
        languages=tuple(dict.fromkeys(one.evidence.language for one in group)),
        tenge=tenge_note(fee, words, day=day, base=fees.get(fee.of or "")) if fee else None,
        missing=isinstance(value, Deadline) and value.value is None,
        minor=isinstance(value, Deadline) and value.purpose is not Purpose.SERVICE,
        differs=differs,
        free_text=isinstance(value, Text),
        value_key=value_key(first),
        case_key=case_of(first),
    )


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


def _conditions(statement: Statement, words: Words) -> tuple[Shown, ...]:
    conditions = []
    if isinstance(statement.value, Deadline) and statement.value.purpose is not Purpose.SERVICE:
        conditions.append(Shown(text=label("purpose", statement.value.purpose.value, words.language)))
    for field in fields(Scope):
        condition: ScopeField | None = getattr(statement.scope, field.name)
        if condition is not None:
            conditions.append(_condition(condition, _CODED.get(field.name), statement, words))
    return tuple(conditions)


def _condition(condition: ScopeField, table: str | None, statement: Statement, words: Words) -> Shown:
    if table and condition.code in codes(table):
        return Shown(text=label(table, str(condition.code), words.language))
    whole = quoted_from(statement.evidence, condition.text, words)
    return replace(whole, text=shorten(whole.text))


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


def value_key(statement: Statement) -> Hashable:
    """Equal for statements of one value; words compare without case and spacing."""
    value = statement.value
    if isinstance(value, Text):
        return value.code or " ".join(value.text.casefold().split())
    return value
