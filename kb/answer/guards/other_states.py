"""Whether a question is on a service of another state."""

from dataclasses import dataclass
from functools import cache

from kb.answer.cue_groups import CueGroups
from kb.answer.wording import read_wording
from kb.text import fold
from kb.text.words import Word, Words, read_words

IN_KAZAKH = ("да", "де", "та", "те", "дағы", "дегі", "тағы", "тегі")
OF_KAZAKH = ("", "ның", "нің", "дың", "дің", "тың", "тің", "сы", "лық", "лік", "дық", "дік", "тық", "тік")
IN_RUSSIAN = ("в", "во")
_SHORT = frozenset({"сша", "оаэ", "юар", "фрг"})  # not declined
NEAR = 2  # words between a state and the paper that is its: «Россияның [жаңа] паспорты»


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """Spellings of a state, without Kazakh letters: where one is in it, whose a thing is."""

    within: frozenset[str]
    within_russian: frozenset[str]
    whose: frozenset[str]
    adjectives: tuple[str, ...]


def asks_other_state(text: str) -> bool:
    """Whether `text` asks what is done in another state or for a paper of one: «апостиль в Кыргызстане», «виза США».

    A state that a person or a paper comes from or goes to does not make it so.
    """
    words = read_words(text)
    groups = _groups().places(words)
    if "person_there" in groups:
        return False
    papers = groups.get("papers", frozenset())
    return any(
        _is_within(words, place) or (_is_whose(word) and _near(place, papers)) for place, word in enumerate(words.items)
    )


def _is_within(words: Words, place: int) -> bool:
    word = words.items[place].folded
    before = words.items[place - 1].surface if place else ""
    return word in _forms().within or (before in IN_RUSSIAN and word in _forms().within_russian)


def _is_whose(word: Word) -> bool:
    return word.folded in _forms().whose or word.folded.startswith(_forms().adjectives)


def _near(place: int, papers: frozenset[int]) -> bool:
    return any(0 < abs(paper - place) <= NEAR + 1 for paper in papers)


@cache
def _groups() -> CueGroups:
    return CueGroups({"groups": read_wording("outside")["states"]})


@cache
def _forms() -> _Forms:
    rows = [tuple(map(_folded, row)) for row in read_wording("countries")]
    return _Forms(
        within=frozenset(last + end for kazakh, _, _ in rows for last in [kazakh.split()[-1]] for end in IN_KAZAKH),
        within_russian=frozenset(_within(name.split()[-1]) for _, name, _ in rows),
        whose=frozenset(kazakh.split()[-1] + end for kazakh, _, _ in rows for end in OF_KAZAKH)
        | frozenset(form for _, name, _ in rows for form in (_of(name.split()[-1]), _within(name.split()[-1]))),
        adjectives=tuple(adjective.split()[-1] for _, _, adjective in rows),
    )


def _folded(text: str) -> str:
    return " ".join(word.folded for word in read_words(fold(text).text).items)


def _within(name: str) -> str:
    """The Russian prepositional: «в России», «в Кыргызстане», «в США»."""
    if name in _SHORT:
        return name
    if name.endswith("ия"):
        return name[:-1] + "и"
    if name.endswith("ы"):
        return name[:-1] + "ах"
    if name[-1] in "аяйь":
        return name[:-1] + ("и" if name == "беларусь" else "е")
    return name if name[-1] in "еиоу" else name + "е"


def _of(name: str) -> str:
    """The Russian genitive: «паспорт России», «гражданство Узбекистана»."""
    if name in _SHORT:
        return name
    if name.endswith("ия") or name[-1] in "аы":
        return {"а": name[:-1] + "ы", "ы": name[:-1]}.get(name[-1], name[:-1] + "и")
    if name[-1] in "яйь":
        return name[:-1] + ("и" if name == "беларусь" else "я" if name[-1] != "я" else "и")
    return name if name[-1] in "еиоу" else name + "а"
