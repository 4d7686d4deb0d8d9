"""One statement in the words of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kb.answer.days.dates import show_day_of
from kb.answer.spoken import speak_quoting
from kb.answer.values.fee_words import describe_fee, find_base
from kb.answer.values.selection import told_scope
from kb.answer.wording import say
from kb.model import (
    ActReference,
    AnswerValue,
    Attribute,
    Channel,
    ChannelCode,
    Deadline,
    Fee,
    Language,
    Purpose,
    RequiredDocument,
    Statement,
    Text,
    Value,
)
from kb.norms import codes, label, show_deadline, value_notes

ALOUD_CASE = 90  # characters of a case that is read aloud
CODED = {
    Attribute.FORM: "form",
    Attribute.RESULT_FORM: "form",
    Attribute.RECIPIENT: "recipient",
    Attribute.ESIGNATURE: "esignature",
    Attribute.NOTIFICATION: "notification",
    Attribute.APPEAL: "appeal",
}
SCOPE_TABLES = {"channel": "channel", "region": "region", "recipient": "recipient"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A value of an answer: what is written, what is read aloud (no figures, no signs), what must be explained.

    `aloud_apart` also has the case in words, which tells several values apart. `quoted` has the languages of the words
    that stand in «».
    """

    value: AnswerValue
    text: str
    aloud: str
    aloud_apart: str
    notes: tuple[str, ...] = ()
    quoted: frozenset[Language] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How to write: for which day, in which language, quotes of at most `clip` characters."""

    day: date
    language: Language
    clip: int


def describe_value(statement: Statement, wish: Wish, *, among: Sequence[Statement] = ()) -> Item:
    """The value with its conditions. `among` holds the statements in which the base of a share is looked for."""
    tenge = None
    notes: tuple[str, ...] = ()
    quoted: frozenset[Language] = frozenset()
    match statement.value:
        case Deadline() as deadline:
            text = _deadline(deadline, wish.language)
        case Fee() as fee:
            words = describe_fee(fee, day=wish.day, language=wish.language, base=find_base(fee, among))
            text, tenge, notes = words.text, words.tenge, words.notes
        case Channel() as channel:
            text, quoted = _channel(channel, statement, wish)
        case ActReference() as act:
            text, quoted = _act(act, statement, wish)
        case Text() as words_only:
            text, quoted = _text(words_only, statement, wish)
    brief = ", ".join((text, *value_notes(_briefly(statement.value), wish.language)))
    text = ", ".join((text, *value_notes(_unrepeated(statement.value), wish.language)))
    conditions, spoken, foreign = _conditions(statement, wish)

    def aloud(scope: str) -> str:
        words = say("scoped", wish.language, value=brief, scope=scope) if scope else brief
        return speak_quoting(words, language=wish.language, of_quotes=statement.evidence.language)

    case = told_scope(statement).case
    apart = quote(case.text, replace(wish, clip=ALOUD_CASE)) if case else ""
    return Item(
        value=AnswerValue(statement=statement, tenge=tenge),
        text=say("scoped", wish.language, value=text, scope=conditions) if conditions else text,
        aloud=aloud(spoken),
        aloud_apart=aloud(", ".join(filter(None, (spoken, apart)))),
        notes=notes,
        quoted=quoted | foreign,
    )


def clip_text(text: str, length: int) -> str:
    """`text` on one line, at most `length` characters, cut between words."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def quote(text: str, wish: Wish) -> str:
    """Words of a source in «», inner marks turned to „“ so that they stay readable."""
    inner = clip_text(text, wish.clip).replace("«", "„").replace("»", "“")
    return say("quote", wish.language, text=inner)


def _briefly(value: Value) -> Value:
    """The value without how a fee is paid: in writing there is room for that."""
    return replace(value, ways=()) if isinstance(value, Fee) else _unrepeated(value)


def _unrepeated(value: Value) -> Value:
    """The value without what its own words say already: in what form a document is brought."""
    return replace(value, forms=(), original_shown=False) if isinstance(value, RequiredDocument) else value


def _deadline(deadline: Deadline, language: Language) -> str:
    text = show_deadline(deadline, language) or say(
        "number_missing", language, unit=label("unit", deadline.unit, language)
    )
    if deadline.purpose is Purpose.SERVICE:
        return text
    return say("purposed", language, purpose=label("purpose", deadline.purpose, language), value=text)


def _channel(channel: Channel, statement: Statement, wish: Wish) -> tuple[str, frozenset[Language]]:
    if channel.code is ChannelCode.OTHER:
        text, quoted = quote(statement.evidence.quote, wish), frozenset({statement.evidence.language})
    else:
        text, quoted = label("channel", channel.code, wish.language), frozenset()
    return (text if channel.offered else say("not_offered", wish.language, channel=text)), quoted


def _act(act: ActReference, statement: Statement, wish: Wish) -> tuple[str, frozenset[Language]]:
    title = " " + quote(act.title, wish) if act.title else ""
    key = "act" + ("_number" if act.number else "") + ("_date" if act.date else "")
    text = say(
        key,
        wish.language,
        type=label("act_type", act.type, wish.language),
        number=act.number or "",
        day=show_day_of(act.date, wish.language) if act.date else "",
        title=title,
    )
    return text, frozenset({statement.evidence.language} if title else ())


def _text(value: Text, statement: Statement, wish: Wish) -> tuple[str, frozenset[Language]]:
    table = CODED.get(statement.attribute)
    if table and value.code in codes(table):
        return label(table, str(value.code), wish.language), frozenset()
    text = quote(value.text, wish)
    if statement.attribute is Attribute.ELIGIBILITY and value.code in codes("eligibility"):
        text = say("purposed", wish.language, purpose=label("eligibility", str(value.code), wish.language), value=text)
    return text, frozenset({statement.evidence.language})


def _conditions(statement: Statement, wish: Wish) -> tuple[str, str, frozenset[Language]]:
    scope = told_scope(statement)
    fields = ((getattr(scope, field), codes(table), table) for field, table in SCOPE_TABLES.items())
    # A label may begin with a quotation mark too: «электрондық үкімет» порталы. Only words of the text are quotes.
    named = [
        (label(table, str(field.code), wish.language), False)
        if field.code in known
        else (quote(field.text, wish), True)
        for field, known, table in fields
        if field is not None
    ]
    spoken = [words for words, quoted in named if not quoted]
    # a quoted part that the quoted case repeats says nothing more
    case = " ".join(scope.case.text.split()) if scope.case else ""
    shown = [(words, quoted) for words, quoted in named if not (quoted and words.strip("«»…") in case)]
    if scope.case:
        shown.append((quote(scope.case.text, wish), True))
    quotes = any(quoted for _, quoted in shown)
    words = ", ".join(one for one, _ in shown)
    return words, ", ".join(spoken), frozenset({statement.evidence.language} if quotes else ())
