"""What is told beside the values that hold: overridden, only heard, planned."""

from collections.abc import Iterable, Iterator, Sequence

from kb.answer.days.dates import show_day_from
from kb.answer.sheet import Sheet
from kb.answer.values.composition import Section
from kb.answer.values.merging import same_number
from kb.answer.values.overriding import describe_overriding, ruled_value
from kb.answer.values.value_words import Item, Wish, describe_value
from kb.answer.wording import say
from kb.model import AnswerValue, Attribute, SourceKind
from kb.resolve import Ruling

HEARD = 2  # what people say otherwise is a warning, not a list
CLIP = 60
_TOLD_BY = (SourceKind.PRACTICE, SourceKind.CONTACT_CENTRE, SourceKind.NEWS)
_HEARD_OF = (Attribute.DEADLINE, Attribute.FEE, Attribute.CHANNEL)
HEARD_RULE = "normative_text"


def aside_notes(sections: Sequence[Section], sheet: Sheet, wish: Wish) -> tuple[str, ...]:
    """Sentences about what no longer holds, what is planned and what people say otherwise, the weightiest first."""
    short = Wish(day=wish.day, language=wish.language, clip=CLIP)
    asides = [value.statement for section in sections for value in section.aside]
    replaced = [_replaced(sheet.of[one], short) for one in asides if _is_replaced(sheet.of[one])]
    said = [value.statement for section in sections for value in section.values]
    unlike = [
        one for one in asides if one.attribute in _HEARD_OF and not any(same_number(one, other) for other in said)
    ]
    heard = [describe_value(one, short).text for one in unlike if one.source_kind in _TOLD_BY]
    # A caller may have the portal's card in front of them: what it says otherwise must be told.
    shown = [describe_value(one, short).text for one in unlike if _is_outspoken(sheet.of[one])]
    coming = [_coming(ruling, short) for ruling in _planned(sections, sheet)]
    told = (("overridden", replaced), ("planned", coming), ("portal_says", shown), ("heard", heard[:HEARD]))
    return tuple(say(key, wish.language, items="; ".join(dict.fromkeys(items))) for key, items in told if items)


def aside_values(sections: Sequence[Section], sheet: Sheet, wish: Wish) -> Iterator[AnswerValue]:
    """The same as values, each with its ruling."""
    asides = [value.statement for section in sections for value in section.aside]
    for statement in (*asides, *(ruling.statement for ruling in _planned(sections, sheet))):
        item = describe_value(statement, wish)
        yield ruled_value(item.value, sheet.of.get(statement), wish.language)


def ruled_items(items: Iterable[Item], sheet: Sheet, wish: Wish) -> Iterator[AnswerValue]:
    """The values of items, each with its ruling."""
    for item in items:
        yield ruled_value(item.value, sheet.of.get(item.value.statement), wish.language)


def _is_replaced(ruling: Ruling) -> bool:
    """Whether one norm holds in place of another; against what is only heard no norm needs to be told."""
    other = ruling.overridden_by
    return other is not None and ruling.rule != HEARD_RULE


def _is_outspoken(ruling: Ruling) -> bool:
    """Whether a portal's card says otherwise than the norm."""
    return ruling.statement.source_kind is SourceKind.PORTAL_CARD and ruling.rule == HEARD_RULE


def _replaced(ruling: Ruling, wish: Wish) -> str:
    words = describe_value(ruling.statement, wish).text
    by = describe_overriding(ruling, wish.language)
    return say("with_source", wish.language, item=words, source=by) if by else words


def _planned(sections: Sequence[Section], sheet: Sheet) -> list[Ruling]:
    asked = {section.attribute for section in sections}
    return [ruling for ruling in sheet.coming if ruling.statement.attribute in asked]


def _coming(ruling: Ruling, wish: Wish) -> str:
    words = describe_value(ruling.statement, wish).text
    since = ruling.statement.valid_from
    return say("planned_from", wish.language, value=words, day=show_day_from(since, wish.language)) if since else words
