"""What a value says beside its number or code, in words."""

from decimal import Decimal

from kb.model import Channel, Deadline, Fee, Language, RequiredDocument, Value
from kb.norms.labels import codes, label
from kb.norms.quantities import show_number, show_term


def show_deadline(deadline: Deadline, language: Language | str) -> str | None:
    """The term in words, zero days as the day of their event; None where the text leaves the number out."""
    if deadline.value is None:
        return None
    if deadline.value == 0 and deadline.starts:
        return label("same_day", deadline.starts.value, language)
    return show_term(deadline.value, deadline.unit, language, bound=deadline.bound)


def value_notes(value: Value, language: Language | str) -> tuple[str, ...]:
    """From when a term runs, how a fee is paid, that a channel is the only one, how a document is brought."""
    language = Language(language)
    match value:
        case Deadline(starts=starts, value=number):
            runs = (label("start_event", starts.value, language),) if starts and number != 0 else ()
            return (*_least(value.least, language), *runs)
        case Fee(ways=ways):
            return (*_least(value.least, language), *(label("payment_way", way.value, language) for way in ways))
        case Channel(only=True):
            return (label("value_note", "only", language),)
        case RequiredDocument():
            return _document_notes(value, language)
    return ()


def _least(least: Decimal | None, language: Language) -> tuple[str, ...]:
    if least is None:
        return ()
    return (label("value_note", "least", language).format(least=show_number(least, language)),)


def _document_notes(document: RequiredDocument, language: Language) -> tuple[str, ...]:
    notes = [label("document_form", form.value, language) for form in document.forms]
    if document.original_shown:
        notes.append(label("value_note", "original_shown", language))
    if document.obtained_by_state and document.system:
        known = document.system in codes("system")
        system = label("system", document.system, language) if known else document.system
        notes.append(label("value_note", "obtained_from", language).format(system=system))
    elif document.obtained_by_state:
        notes.append(label("value_note", "obtained_by_state", language))
    if document.only_if_changed:
        notes.append(label("value_note", "only_if_changed", language))
    return tuple(notes)
