"""The values of facets and conditions in words."""

from collections.abc import Mapping

from kb.model import Language, LifeSituation
from kb.norms import codes, label
from kb.norms.bodies import bodies
from kb.web.value_words import Shown
from kb.web.words import Words

BODY = "body"
LIFE_SITUATION = "life_situation"
# Facets whose values are words of the interface: they say how a search counts, no law defines them.
_OWN = ("paid", "electronic")


def facet_words(table: str, code: str, words: Words, situations: Mapping[str, LifeSituation]) -> Shown | None:
    """What a code means: of a body, of a life situation among `situations`, of the interface or of a label table;
    None for a code that has no words."""
    if table == BODY:
        return _body(code, words.language)
    if table == LIFE_SITUATION:
        return _situation(situations.get(code), words.language)
    own = f"filters.{table}.{code}"
    if table in _OWN and own in words:
        return Shown(text=words(own))
    return Shown(text=label(table, code, words.language)) if code in codes(table) else None


def _body(code: str, language: Language) -> Shown | None:
    body = bodies().get(code)
    if body is None:
        return None
    own = Language.RU if language is Language.RU else Language.KK
    return _in(body.names[-1].in_language(own), own, language)


def _situation(situation: LifeSituation | None, language: Language) -> Shown | None:
    if situation is None:
        return None
    names = ((Language.KK, situation.name_kk), (Language.RU, situation.name_ru))
    for own, name in reversed(names) if language is Language.RU else names:
        if name:
            return _in(name, own, language)
    return None


def _in(text: str, own: Language, language: Language) -> Shown:
    return Shown(text=text, language=None if own is language else own)
