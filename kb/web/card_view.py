"""A card as its page shows it: attributes in an operator's order, equal values merged, disagreement visible."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from kb.model import Attribute, Card, Gap, Language
from kb.norms import label
from kb.pipeline.ruled_values import ATTRIBUTE_ORDER, Part
from kb.resolve import Ruling, only_report
from kb.web.source_link import SourceLink, source_link
from kb.web.value_row import ValueRow, value_rows
from kb.web.words import Words

_LISTS = (Attribute.DOCUMENT, Attribute.REFUSAL_GROUND, Attribute.OTHER_REQUIREMENT, Attribute.LEGAL_ACT)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLanguage:
    """Rows that repeat in another language what a source says in the page's own."""

    summary: str
    rows: tuple[ValueRow, ...]

    @property
    def groups(self) -> tuple["RowGroup", ...]:
        """The rows by speaker, for attributes that are lists."""
        return _grouped(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """Values that are not in force: overridden, only told, planned, coming, former; `folded` where few ask for them."""

    title: str
    rows: tuple[ValueRow, ...]
    folded: bool

    @property
    def groups(self) -> tuple["RowGroup", ...]:
        """The rows by speaker, for attributes that are lists."""
        return _grouped(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeView:
    """One attribute of a card: `rows` are in force, `parts` are not; a dispute is the rows of one case for which
    sources give different values."""

    code: str
    title: str
    rows: tuple[ValueRow, ...]
    disputes: tuple[tuple[ValueRow, ...], ...]
    others: tuple[OtherLanguage, ...]
    parts: tuple[PartView, ...]
    gaps: tuple[SourceLink, ...]
    is_list: bool

    @property
    def groups(self) -> tuple["RowGroup", ...]:
        """The rows by speaker, for attributes that are lists."""
        return _grouped(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """Rows of the same speakers; `language` is that of their first source, `editions` are dates of the texts."""

    speaker: str
    editions: tuple[str, ...]
    language: Language
    rows: tuple[ValueRow, ...]


def card_view(
    card: Card, words: Words, *, day: date, rulings: Sequence[Ruling] | None = None
) -> tuple[AttributeView, ...]:
    """The attributes that the card has statements or gaps for, in order; `rulings` are those of its statements on the
    day (`rule_card`)."""
    views = []
    for attribute in ATTRIBUTE_ORDER:
        rows = value_rows(
            [statement for statement in card.statements if statement.attribute is attribute],
            words,
            day=day,
            rulings=None if rulings is None else [one for one in rulings if one.statement.attribute is attribute],
        )
        gaps = _gaps(card.gaps, attribute, rows, words)
        if not rows and not gaps:
            continue
        shown, folded = _fold_languages([row for row in rows if row.in_force], words.language)
        views.append(
            AttributeView(
                code=attribute.value,
                title=label("attribute", attribute.value, words.language),
                rows=tuple(row for row in shown if not row.differs),
                disputes=_disputes(shown),
                others=_others(folded, words),
                parts=_parts(rows, words),
                gaps=gaps,
                is_list=attribute in _LISTS,
            )
        )
    return tuple(views)


def unconfirmed_since(card: Card, day: date) -> int | None:
    """The year of the only report behind a card that is looked at in a later year; None for other cards."""
    year = only_report(card.statements)
    return year if year and year < day.year else None


def _parts(rows: Sequence[ValueRow], words: Words) -> tuple[PartView, ...]:
    return tuple(
        PartView(
            title=label("card_part", part.value, words.language),
            rows=mine,
            folded=part is Part.PAST,
        )
        for part in Part
        if part is not Part.CURRENT and (mine := tuple(row for row in rows if row.part is part))
    )


def _grouped(rows: Sequence[ValueRow]) -> tuple[RowGroup, ...]:
    by_speaker: dict[str, list[ValueRow]] = {}
    for row in rows:
        speakers = dict.fromkeys(telling.speaker for telling in row.told)
        by_speaker.setdefault(", ".join(speakers), []).append(row)
    return tuple(
        RowGroup(
            speaker=speaker,
            editions=tuple(dict.fromkeys(link.edition for row in mine for link in row.links if link.edition)),
            language=mine[0].links[0].language,
            rows=tuple(mine),
        )
        for speaker, mine in by_speaker.items()
    )


def _disputes(rows: Sequence[ValueRow]) -> tuple[tuple[ValueRow, ...], ...]:
    cases: dict[Hashable, list[ValueRow]] = {}
    for row in rows:
        if row.differs:
            cases.setdefault(row.case_key, []).append(row)
    return tuple(tuple(case) for case in cases.values())


def _gaps(gaps: Sequence[Gap], attribute: Attribute, rows: Sequence[ValueRow], words: Words) -> tuple[SourceLink, ...]:
    """Gaps that no row shows already: a deadline without a number is a statement and a gap at one place."""
    shown = {link.href for row in rows for link in row.links}
    links = (source_link(gap.evidence, words) for gap in gaps if gap.attribute == attribute.value)
    return tuple(link for link in links if link.href not in shown)


def _fold_languages(
    rows: Sequence[ValueRow], language: Language
) -> tuple[tuple[ValueRow, ...], dict[Language, list[ValueRow]]]:
    """Splits off rows of another language whose speaker says the same in the page's (English pages: Kazakh).

    A typed value is split off only where an equal one stays, so that a difference between the two
    texts of one act never disappears.
    """
    main = Language.KK if language is Language.EN else language
    kept = [row for row in rows if main in row.languages or row.differs]
    spoken = {telling.source_kind for row in kept for telling in row.told}
    values = {row.value_key for row in kept}
    folded: dict[Language, list[ValueRow]] = {}
    shown = []
    for row in rows:
        kinds = {telling.source_kind for telling in row.told}
        repeats = kinds <= spoken and (row.free_text or row.value_key in values)
        if row in kept or not repeats:
            shown.append(row)
        else:
            folded.setdefault(row.languages[0], []).append(row)
    return tuple(shown), folded


def _others(folded: dict[Language, list[ValueRow]], words: Words) -> tuple[OtherLanguage, ...]:
    return tuple(
        OtherLanguage(
            summary=words.count("card.other_language", len(rows), language=words(f"language.{language.value}")),
            rows=tuple(rows),
        )
        for language, rows in folded.items()
    )
