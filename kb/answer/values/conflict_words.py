"""A conflict of sources in words, and where it is cited."""

from collections.abc import Iterator

from kb.answer.values.conflicts import Conflict
from kb.answer.values.overriding import describe_overriding
from kb.answer.values.value_words import clip_text
from kb.answer.wording import say
from kb.model import Evidence, Language
from kb.resolve import precedence_rules

LONGEST_WHY = 260  # characters of the explanation: both values and their sources, the rest stands in the finding


def describe_conflict(conflict: Conflict, language: Language) -> str:
    """That the sources disagree, about what, and which rule decides, or that none does."""
    why = say("disagree", language)
    if conflict.findings:
        why = say("conflict", language, why=clip_text(conflict.findings[0].why[language], LONGEST_WHY))
    if conflict.rule:
        rule = say("conflict_rule", language, rule=precedence_rules()[conflict.rule].title[language])
        by = describe_overriding(conflict.ruling, language) if conflict.ruling else None
        return " ".join((why, rule, say("conflict_by", language, by=by) if by else "")).strip()
    return why if conflict.second is None else " ".join((why, say("conflict_open", language)))


def cite_conflict(conflict: Conflict) -> Iterator[Evidence]:
    """Both sides, the prevailing one first."""
    yield conflict.first.evidence
    if conflict.second is not None:
        yield conflict.second.evidence
    elif conflict.findings:
        yield from (side.evidence for side in (conflict.findings[0].a, conflict.findings[0].b))
