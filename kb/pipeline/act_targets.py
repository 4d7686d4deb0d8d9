"""The acts of a base as the ends of references."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.extract.clause_lookup import ClauseLookup
from kb.extract.links import Link
from kb.model import Act, ActReference, ActType, Document, Language
from kb.pipeline.act_editions import bare_words, edition_in_force, editions_of, join_acts
from kb.pipeline.errors import UnknownName
from kb.resolve import ActHistory
from kb.store import Reader
from kb.text import stem

_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedLink:
    """A reference of a document with the id of the act and of the clause that it leads to, None where unknown."""

    document: Document
    link: Link
    act: str | None
    clause: str | None


class ActTargets:
    """The acts of a base, and the clauses of their texts in force on a day."""

    def __init__(self, base: Reader, day: date) -> None:
        self._base, self._day = base, day
        self._acts = join_acts(base.acts())
        self._history = ActHistory(base.acts())
        self._lookups: dict[tuple[str, Language], list[ClauseLookup]] = {}

    def resolve(self, document: Document, link: Link) -> ResolvedLink:
        """Where a reference of a document leads."""
        own = self._history.id_of(document.act.id) if document.act else None
        if link.act is None:
            return ResolvedLink(document=document, link=link, act=own, clause=link.target)
        act = self._act(link.act)
        clause = self._clause(act, document.language, link) if act and link.path else None
        return ResolvedLink(document=document, link=link, act=act, clause=clause)

    def _act(self, named: ActReference) -> str | None:
        """The only act of the base that fits; a word such as «Кодекс» without number and title fits none."""
        if named.number is None and named.title is None:
            return None
        fitting = {act.id for act in self._acts if _fits(act, named)}
        return fitting.pop() if len(fitting) == 1 else None

    def _clause(self, act: str, language: Language, link: Link) -> str | None:
        if (act, language) not in self._lookups:
            try:
                edition = edition_in_force(editions_of(self._base, act), act, language, self._day)
            except UnknownName:
                self._lookups[act, language] = []
            else:
                self._lookups[act, language] = [ClauseLookup(one) for one in edition.documents]
        found = (lookup.find(link.path, ("", "appendix", "appendix-1")) for lookup in self._lookups[act, language])
        return next((clause for clause in found if clause), None)


def _fits(act: Act, named: ActReference) -> bool:
    if named.number is not None:
        same = bare_words(act.number) == bare_words(named.number)
        return same and (named.date is None or act.date == named.date)
    if act.type not in (named.type, None):
        return False
    titles = ((act.title_kk, Language.KK), (act.title_ru, Language.RU))
    return any(_is_title(title, named.title or "", named.type, language) for title, language in titles if title)


def _is_title(title: str, name: str, kind: ActType, language: Language) -> bool:
    """Whether a title is what an act is named by; a code also goes by the words before «code» in its title."""
    if bare_words(name) in (bare_words(title), bare_words(_BRACKETS.sub("", title))):
        return True
    return kind is ActType.CODE and _holds(_stems(title, language), _stems(name, language))


def _stems(words: str, language: Language) -> list[str]:
    return [stem(word, language) for word in _WORD.findall(words.casefold())]


def _holds(title: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the stems of a name stand in a row in a title; one of a longer form begins with the shorter one."""
    return any(
        all(one.startswith(other) or other.startswith(one) for one, other in zip(title[place:], name, strict=False))
        for place in range(len(title) - len(name) + 1)
    )
