"""A condition that is the service itself: it parts nothing from the rest."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, lru_cache
from operator import attrgetter

from kb.compare.terms.wording import words_of
from kb.model import Statement
from kb.text.words import Word, read_words

Stem = Callable[[Word], str]
STEMS: tuple[Stem, ...] = (attrgetter("folded_kk"), attrgetter("ru"))
SHORTEST = 2  # one word of a name («certificate») says too little to be the whole service


def without_own_case(statement: Statement, names: Iterable[str | None]) -> Statement:
    """The statement without its case where the case only says by its name that the service is asked for.

    Of a name that takes in several things only the first counts: its other parts are cases.
    """
    case = statement.scope.case
    if case is None or not any(name and _is_the_service(case.text, name) for name in names):
        return statement
    return replace(statement, scope=replace(statement.scope, case=None))


@lru_cache(maxsize=1024)
def _is_the_service(case: str, name: str) -> bool:
    """Whether a case has the words of the first part of a name and no other, by their stems in either language."""
    for mark in words_of("name_goes_on"):
        name = name.split(mark, maxsplit=1)[0]
    for stem in STEMS:
        told = _content(case, stem)
        if len(told) >= SHORTEST and told == _content(name, stem):
            return True
    return False


def _content(text: str, stem: Stem) -> frozenset[str]:
    return frozenset(map(stem, read_words(text).items)) - _asked_for(stem)


@cache
def _asked_for(stem: Stem) -> frozenset[str]:
    return frozenset(stem(word) for line in words_of("asked_for") for word in read_words(line).items)
