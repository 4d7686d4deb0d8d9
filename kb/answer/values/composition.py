"""Putting an answer's words together within their limit."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.answer.values.merging import Merged
from kb.answer.values.selection import RULES
from kb.answer.values.source_words import describe_report, describe_source
from kb.answer.values.spoken_sentences import speak_sections
from kb.answer.values.value_words import Item, Wish, clip_text, describe_value
from kb.answer.wording import say
from kb.model import Attribute, Language, Service, Statement
from kb.norms import label

LIMIT = 700  # characters: what an operator takes in at a glance and a caller can follow
NAME_CLIP = 140
# (length of quotes, values written out for an attribute): shorter quotes before fewer values, tried until all fits
ATTEMPTS = ((160, 6), (90, 6), (50, 6), (50, 4), (50, 3), (50, 2), (50, 1), (25, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The values of one attribute that answer the question, best first; at most `most` are written out.

    `rest` says that the card has further values, under conditions that were not asked for. `aside` are those that
    others hold in place of, and what is only heard.
    """

    attribute: Attribute
    values: tuple[Merged, ...]
    most: int
    rest: bool
    aside: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What is said beside the values.

    `opening` stands before all, `word` opens the answer to a yes/no question; `warnings` follow the values at once,
    `notes` after their explanations, `extras` where they have room; `alarm` is the sentence to be read aloud in place
    of the source.
    """

    opening: str = ""
    word: str = ""
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    alarm: str = ""


NO_REMARKS = Remarks()


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
    remarks: Remarks = NO_REMARKS,
) -> Composition:
    """The answer text of the sections: values with conditions and sources, then what must be known about them, then
    as much of the rest as has room."""
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
        values = " ".join(_values(written, service=service, wish=wish))
        lead = say("said", wish.language, word=remarks.word, text=values) if remarks.word else values
        opening = [remarks.opening] if remarks.opening else []
        notes = _notes(written, wish, remarks.notes, named_in=name_language(service, wish.language))
        before = " ".join([*opening, lead, *remarks.warnings])
        text = " ".join([before, *(note for note in notes if note not in before)])
        if len(text) <= LIMIT:
            break
    for extra in remarks.extras:
        if len(text) + 1 + len(extra) <= LIMIT:
            text = f"{text} {extra}"
    return Composition(
        text=clip_text(text, LIMIT),
        aloud=speak_sections(
            [(part.section.attribute, _to_be_heard(part)) for part in written],
            word=remarks.word,
            second=remarks.alarm or _source_note(written, wish),
            language=wish.language,
        ),
        items=tuple(item for part in written for item in part.items),
    )


def service_name(service: Service, language: Language) -> str:
    """The service's name in the language, or in the other where only that is known, or its id."""
    names = (service.name_ru, service.name_kk) if language is Language.RU else (service.name_kk, service.name_ru)
    return next((clip_text(name, NAME_CLIP) for name in names if name), service.id)


def _to_be_heard(part: _Written) -> Sequence[Item]:
    """The shown items; what people only tell is left to be read where a norm says anything."""
    shown = part.items[: part.shown]
    return [item for item in shown if item.value.statement.source_kind in RULES] or shown


def name_language(service: Service, language: Language) -> Language:
    """The language that `service_name` gives the name in."""
    other = Language.KK if language is Language.RU else Language.RU
    named = {Language.KK: service.name_kk, Language.RU: service.name_ru}
    return other if named[other] and not named[language] else language


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


def _notes(written: Sequence[_Written], wish: Wish, remarks: Sequence[str], *, named_in: Language) -> list[str]:
    shown = [item for part in written for item in part.items[: part.shown]]
    notes = list(dict.fromkeys(note for item in shown for note in item.notes))
    if any(part.section.rest or part.shown < len(part.items) for part in written):
        notes.append(say("more", wish.language))
    notes.extend(remarks)
    if source := _source_note(written, wish):
        notes.append(source)
    foreign = sorted({named_in, *(language for item in shown for language in item.quoted)} - {wish.language})
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
