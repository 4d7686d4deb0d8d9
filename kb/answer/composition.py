"""Putting an answer's words together within their limit."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.answer.merging import Merged
from kb.answer.source_words import describe_report, describe_source
from kb.answer.value_words import Item, Wish, clip_text, describe_value
from kb.answer.wording import read_wording, say
from kb.model import Attribute, Language, Service, Statement
from kb.norms import label
from kb.resolve import disputed

LIMIT = 700  # characters: what an operator takes in at a glance and a caller can follow
NAME_CLIP = 140
ALOUD = 3
# (length of quotes, values written out for an attribute): shorter quotes before fewer values, tried until all fits
ATTEMPTS = ((160, 6), (90, 6), (50, 6), (50, 4), (50, 3), (50, 2), (50, 1), (25, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The values of one attribute that answer the question, best first; at most `most` are written out.

    `rest` says that the card has further values, under conditions that were not asked for.
    """

    attribute: Attribute
    values: tuple[Merged, ...]
    most: int
    rest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What is said: `text` of at most LIMIT characters, one or two sentences to read aloud, all items in order."""

    text: str
    aloud: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    section: Section
    items: tuple[Item, ...]
    shown: int


def compose(
    sections: Sequence[Section],
    *,
    service: Service,
    statements: Sequence[Statement],
    wish: Wish,
    remarks: Sequence[str] = (),
) -> Composition:
    """The answer text of the sections: values with conditions and sources, then what must be known about them."""
    for clip, most in ATTEMPTS:
        short = Wish(day=wish.day, language=wish.language, clip=clip)
        written = [
            _Written(
                section=section,
                items=tuple(describe_value(value.statement, short, among=statements) for value in section.values),
                shown=min(most, section.most, len(section.values)),
            )
            for section in sections
        ]
        text = " ".join([*_values(written, service=service, wish=wish), *_notes(written, wish, remarks)])
        if len(text) <= LIMIT:
            break
    return Composition(
        text=clip_text(text, LIMIT),
        aloud=_aloud(written, wish),
        items=tuple(item for part in written for item in part.items),
    )


def service_name(service: Service, language: Language) -> str:
    """The service's name in the language, or in the other where only that is known, or its id."""
    names = (service.name_ru, service.name_kk) if language is Language.RU else (service.name_kk, service.name_ru)
    return next((clip_text(name, NAME_CLIP) for name in names if name), service.id)


def _values(written: Sequence[_Written], *, service: Service, wish: Wish) -> list[str]:
    common = _common_source(written, wish)
    parts = []
    for place, part in enumerate(written):
        words = []
        for item, value in zip(part.items[: part.shown], part.section.values, strict=False):
            source = _source(value, wish)
            words.append(item.text if common else say("with_source", wish.language, item=item.text, source=source))
        name = label("attribute", part.section.attribute, wish.language)
        phrase = "lead" if place == 0 else "follow"
        lead = service_name(service, wish.language)
        parts.append(say(phrase, wish.language, service=lead, label=name, items="; ".join(words)))
    return parts


def _statements(part: _Written) -> list[Statement]:
    return [item.value.statement for item in part.items[: part.shown]]


def _notes(written: Sequence[_Written], wish: Wish, remarks: Sequence[str]) -> list[str]:
    shown = [item for part in written for item in part.items[: part.shown]]
    notes = list(dict.fromkeys(note for item in shown for note in item.notes))
    if any(disputed(_statements(part), day=wish.day) for part in written):
        notes.append(say("disagree", wish.language))
    if any(part.section.rest or part.shown < len(part.items) for part in written):
        notes.append(say("more", wish.language))
    notes.extend(remarks)
    if source := _source_note(written, wish):
        notes.append(source)
    foreign = sorted({language for item in shown for language in item.quoted} - {wish.language})
    notes.extend(say(f"foreign_quote_{language.value}", wish.language) for language in foreign)
    return notes


def _shown_values(written: Sequence[_Written]) -> list[Merged]:
    return [value for part in written for value in part.section.values[: part.shown]]


def _source(value: Merged, wish: Wish) -> str:
    """The speakers, each once; a bare «standard» beside the standard of an edition says nothing more."""
    kinds = dict.fromkeys(describe_source(statement, wish.language) for statement in (value.statement, *value.others))
    return ", ".join(kind for kind in kinds if not any(other.startswith(f"{kind},") for other in kinds))


def _common_source(written: Sequence[_Written], wish: Wish) -> str | None:
    sources = {_source(value, wish) for value in _shown_values(written)}
    return sources.pop() if len(sources) == 1 else None


def _source_note(written: Sequence[_Written], wish: Wish) -> str:
    keys = {statement.service for value in _shown_values(written) for statement in (value.statement, *value.others)}
    report = describe_report(keys, as_of=wish.day, language=wish.language)
    common = _common_source(written, wish)
    if common is None:
        return say("report_only", wish.language, report=report) if report else ""
    if report:
        common = say("report_source", wish.language, source=common, report=report)
    return say("source_note", wish.language, source=common)


def _aloud(written: Sequence[_Written], wish: Wish) -> str:
    first = written[0]
    words = "; ".join(dict.fromkeys(item.aloud for item in first.items[: min(ALOUD, first.shown)]))
    name = label("attribute", first.section.attribute, wish.language)
    text = say("aloud", wish.language, label=name, items=words, source=_source_note(written, wish)).strip()
    for signs, spoken in read_wording("spoken")[wish.language.value].items():
        text = text.replace(signs, spoken)
    return text
