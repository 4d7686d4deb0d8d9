"""The acts of a base as the ends of references."""

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from kb.extract.clause_lookup import ClauseLookup, Path
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
        self._found: dict[ActReference, Act | None] = {}
        self._lookups: dict[tuple[str, Language], list[ClauseLookup]] = {}

    def on(self, day: date) -> "ActTargets":
        """The same acts with their texts in force on another day."""
        other = copy(self)
        other._day, other._lookups = day, {}
        return other

    def resolve(self, document: Document, link: Link) -> ResolvedLink:
        """Where a reference of a document leads."""
        own = self._history.id_of(document.act.id) if document.act else None
        if link.act is None:
            return ResolvedLink(document=document, link=link, act=own, clause=link.target)
        act = self._act(link.act)
        clause = self._clause(act, document.language, link) if act and link.path else None
        return ResolvedLink(document=document, link=link, act=act, clause=clause)

    @property
    def acts(self) -> Sequence[Act]:
        """The acts of the base, by id."""
        return self._acts

    def find(self, named: ActReference) -> Act | None:
        """The only act of the base that fits; a word such as «Кодекс» without number and title fits none."""
        if named.number is None and named.title is None:
            return None
        if named not in self._found:
            fitting = [act for act in self._acts if _fits(act, named)]
            self._found[named] = fitting[0] if len(fitting) == 1 else None
        return self._found[named]

    def has(self, act: str, path: Path, language: Language, scopes: Sequence[str]) -> bool | None:
        """Whether the text of an act in force has the clause of an address; None where the base has no text."""
        lookups = self._lookups_of(act, language)
        return any(lookup.find(path, scopes) for lookup in lookups) if lookups else None

    def _act(self, named: ActReference) -> str | None:
        found = self.find(named)
        return found.id if found else None

    def _clause(self, act: str, language: Language, link: Link) -> str | None:
        found = (lookup.find(link.path, ("", "appendix", "appendix-1")) for lookup in self._lookups_of(act, language))
        return next((clause for clause in found if clause), None)

    def _lookups_of(self, act: str, language: Language) -> list[ClauseLookup]:
        if (act, language) not in self._lookups:
            try:
                edition = edition_in_force(editions_of(self._base, act), act, language, self._day)
            except UnknownName:
                self._lookups[act, language] = []
            else:
                self._lookups[act, language] = [ClauseLookup(one) for one in edition.documents]
        return self._lookups[act, language]


def _fits(act: Act, named: ActReference) -> bool:
    if named.number is not None:
        same = bare_words(act.number) == bare_words(named.number)
        return same and (named.date is None or act.date == named.date)
    if act.type not in (named.type, None) or (named.date and act.date and named.date != act.date):
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
