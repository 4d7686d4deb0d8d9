"""The conditions of the list of services as fields of a form, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model import LifeSituation
from kb.norms import label
from kb.pipeline import Selection, ServiceFilter
from kb.pipeline.service_filter import FACETS
from kb.resolve.service_values import code_of
from kb.web.facet_words import BODY, LIFE_SITUATION, facet_words
from kb.web.value_words import Shown
from kb.web.words import Words

_TABLES = {"status": "register_status", "owner": BODY, "provider": BODY}  # the others are called as their conditions


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen, with how many results it would leave."""

    code: str
    shown: Shown
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


def _words_of(name: str, code: str, situations: Mapping[str, LifeSituation], words: Words) -> Shown:
    """Staff know the codes of the register: they stand where there are no words, and before those of situations."""
    shown = facet_words(_TABLES.get(name, name), code, words, situations)
    if shown is None:
        return Shown(text=code)
    return Shown(text=f"{code} {shown.text}", language=shown.language) if name == LIFE_SITUATION else shown
