"""The conditions of the list of services as fields of a form, in words."""

from dataclasses import dataclass

from kb.model import Language, LifeSituation
from kb.norms import codes, label
from kb.norms.bodies import bodies
from kb.pipeline import Selection, ServiceFilter
from kb.pipeline.service_filter import FACETS, code_of
from kb.web.words import Words

_TABLES = {"status": "register_status"}  # the others are called as their conditions
_BODIES = ("owner", "provider")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen, with how many services it would leave."""

    code: str
    text: str
    number: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ConditionField:
    """A condition with its values, the most frequent first."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def condition_fields(found: Selection, asked: ServiceFilter, words: Words) -> tuple[ConditionField, ...]:
    """The conditions that have values to choose from; a chosen value that no service has stays among them."""
    situations = {one.code: one for one in found.life_situations}
    fields = []
    for name in FACETS:
        wanted = getattr(asked, name)
        chosen = None if wanted is None else code_of(wanted)
        counts = dict(found.facets[name])
        if chosen is not None:
            counts.setdefault(chosen, 0)
        choices = tuple(
            Choice(code, _words_of(name, code, situations, words), words.number(number), code == chosen)
            for code, number in counts.items()
        )
        if choices:
            fields.append(ConditionField(name, label("service_condition", name, words.language), choices))
    return tuple(fields)


def _words_of(name: str, code: str, situations: dict[str, LifeSituation], words: Words) -> str:
    if name in _BODIES:
        body = bodies().get(code)
        return body.names[-1].in_language(words.language) if body else code
    if name == "life_situation":
        return " ".join(part for part in (code, _heading(situations.get(code), words.language)) if part)
    table = _TABLES.get(name, name)
    return label(table, code, words.language) if code in codes(table) else code


def _heading(situation: LifeSituation | None, language: Language) -> str | None:
    if situation is None:
        return None
    names = (situation.name_kk, situation.name_ru)
    first, second = reversed(names) if language is Language.RU else names
    return first or second
