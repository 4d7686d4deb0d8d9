"""How to complain: what the standard says, else what the law says in general."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kb.norms import NormsError
from kb.norms.complaints import complaint_rules_on
from kb.pipeline import Registry, UnknownName
from kb.web.value_words import act_words
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralRule:
    """One rule of the law in words with the clause; `href` opens the act where the base has it."""

    text: str
    clause: str
    act: str
    href: str | None


def general_rules(registry: Registry, words: Words, *, day: date) -> tuple[GeneralRule, ...]:
    """The general rules on complaints of the day; none where the dated table does not reach."""
    try:
        rules = complaint_rules_on(day)
    except NormsError:
        return ()
    return tuple(
        GeneralRule(
            text=rule.words[words.language],
            clause=rule.clause[words.language],
            act=act_words(rule.act, words, language=words.language).text,
            href=next((f"/acts/{quote(one)}" for one in rule.act_ids if _has(registry, one)), None),
        )
        for rule in rules
    )


def _has(registry: Registry, act: str) -> bool:
    try:
        registry.act(act)
    except UnknownName:
        return False
    return True
