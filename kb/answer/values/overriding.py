"""What holds in place of a value and since when, in words."""

from kb.answer.days.dates import show_day_from, show_day_of
from kb.answer.values.source_words import describe_source
from kb.answer.wording import read_wording, say
from kb.model import ActReference, AnswerValue, Language
from kb.resolve import RuledStanding, Ruling


def ruled_value(value: AnswerValue, ruling: Ruling | None, language: Language) -> AnswerValue:
    """The value with what its ruling says: effective, overridden by what and since when, or planned from when."""
    if ruling is None or ruling.effective:
        return value
    coming = ruling.standing in (RuledStanding.PLANNED, RuledStanding.NOT_YET)
    return AnswerValue(
        statement=value.statement,
        tenge=value.tenge,
        effective=False,
        overridden_by=describe_overriding(ruling, language),
        planned_from=value.statement.valid_from if coming else None,
    )


def describe_overriding(ruling: Ruling, language: Language) -> str | None:
    """`№ 153 бұйрықпен 2017 жылғы 1 сәуірден бастап`; the source where it names no other act; None where nothing holds
    instead."""
    other = ruling.overridden_by
    if other is None:
        return None
    if other.by is None:
        return say("overridden_source", language, source=describe_source(other, language))
    words = _act_that_sets(other.by, language)
    if ruling.since is None:
        return words
    return say("overridden_since", language, act=words, day=show_day_from(ruling.since, language))


def _act_that_sets(act: ActReference, language: Language) -> str:
    kind = read_wording("act_forms")[act.type.value][language.value]
    key = "act" + ("_number" if act.number else "") + ("_date" if act.date else "")
    day = show_day_of(act.date, language) if act.date else ""
    return say(key, language, type=kind, number=act.number or "", day=day, title="")
