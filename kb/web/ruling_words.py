"""What a ruling says of a value, in words: what holds instead, since when, by which rule."""

from dataclasses import dataclass

from kb.model import Statement
from kb.norms import label
from kb.pipeline.ruled_values import Part, RuledValue
from kb.resolve import precedence_rules
from kb.web.conditions import value_conditions
from kb.web.source_link import SourceLink, source_link
from kb.web.value_words import Shown, act_words, value_words
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """Another value that holds in place of one: for all of it (`rule` and `basis` tell why), or for a part of it
    (`conditions`). `act` is the act that a text names as setting it."""

    shown: Shown
    conditions: tuple[Shown, ...]
    link: SourceLink
    act: Shown | None
    since: str | None
    rule: str | None
    basis: str | None


def overridden_words(value: RuledValue, words: Words) -> Instead | None:
    """What holds in place of the value; None where it is not overridden."""
    ruling = value.overridden
    if ruling is None or ruling.overridden_by is None or ruling.rule is None:
        return None
    rule = precedence_rules()[ruling.rule]
    since = words("card.valid_from", day=words.day(ruling.since)) if ruling.since else None
    return _instead(
        ruling.overridden_by, words, since=since, rule=rule.title[words.language], basis=rule.source[words.language]
    )


def narrowed_words(value: RuledValue, words: Words) -> tuple[Instead, ...]:
    """What holds instead for parts of its scope."""
    return tuple(_instead(one, words) for one in value.narrowed_by)


def standing_words(value: RuledValue, words: Words) -> str | None:
    """Why a former or coming value does not hold; None for those whose place on the card says it."""
    if value.part not in (Part.PAST, Part.NOT_YET):
        return None
    return label("day_standing", value.rulings[0].standing.value, words.language)


def _instead(
    statement: Statement, words: Words, *, since: str | None = None, rule: str | None = None, basis: str | None = None
) -> Instead:
    return Instead(
        shown=value_words(statement, words),
        conditions=value_conditions(statement, words),
        link=source_link(statement.evidence, words),
        act=act_words(statement.by, words, language=statement.evidence.language) if statement.by else None,
        since=since,
        rule=rule,
        basis=basis,
    )
