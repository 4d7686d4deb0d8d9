"""A statement's value in the words of the asked language."""

from dataclasses import dataclass

from kb.model import ActReference, Attribute, Channel, ChannelCode, Deadline, Evidence, Fee, Language, Statement, Text
from kb.norms import codes, label, show_deadline, show_fee
from kb.search import without_markup
from kb.web.words import Words

# Attributes whose code says all that the words say; elsewhere the words are quoted.
_CODED = {
    Attribute.FORM: "form",
    Attribute.RESULT_FORM: "form",
    Attribute.RECIPIENT: "recipient",
    Attribute.ESIGNATURE: "esignature",
    Attribute.NOTIFICATION: "notification",
    Attribute.APPEAL: "appeal",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Words to show; `language` is set where they are quoted in another language than the page's."""

    text: str
    language: Language | None = None


def value_words(statement: Statement, words: Words) -> Shown:
    """The value in words; what has no code is quoted as it stands in the source."""
    match statement.value:
        case Deadline() as deadline:
            return Shown(text=_deadline(deadline, words))
        case Fee() as fee:
            return Shown(text=show_fee(fee, words.language))
        case Channel() as channel:
            return _channel(channel, statement, words)
        case ActReference() as act:
            return act_words(act, words, language=statement.evidence.language)
        case Text() as text:
            table = _CODED.get(statement.attribute)
            if table and text.code in codes(table):
                return Shown(text=label(table, str(text.code), words.language))
            return quoted_from(statement.evidence, text.text, words)


def quoted(text: str, words: Words, *, language: Language) -> Shown:
    """Free text as it stands in a source."""
    return Shown(text=text, language=language if language is not words.language else None)


def quoted_from(evidence: Evidence, text: str, words: Words) -> Shown:
    """Words of the evidence's document, without its markup."""
    plain = without_markup(text, document=evidence.document).text
    lines = [line.strip() for line in plain.splitlines()]
    return quoted("\n".join(line for line in lines if line), words, language=evidence.language)


def _deadline(deadline: Deadline, words: Words) -> str:
    return show_deadline(deadline, words.language) or words(
        "deadline.missing", unit=label("unit", deadline.unit.value, words.language)
    )


def _channel(channel: Channel, statement: Statement, words: Words) -> Shown:
    if channel.code is ChannelCode.OTHER:
        name = quoted_from(statement.evidence, statement.evidence.quote, words)
    else:
        name = Shown(text=label("channel", channel.code.value, words.language))
    if channel.offered:
        return name
    return Shown(text=f"{name.text}: {words('channel.not_offered')}", language=name.language)


def act_words(act: ActReference, words: Words, *, language: Language) -> Shown:
    """An act as a text of that language names it."""
    parts = [label("act_type", act.type.value, words.language)]
    if act.number:
        parts.append(words("act.number", number=act.number))
    if act.date:
        parts.append(words.day(act.date))
    named = " ".join(parts)
    if not act.title:
        return Shown(text=named)
    title = quoted(act.title, words, language=language)
    return Shown(text=f"{named} «{title.text}»", language=title.language)
