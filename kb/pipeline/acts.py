"""The texts of an act: editions, the one in force on a day, what changed, both languages, references."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kb.extract.clause_lookup import ClauseLookup
from kb.extract.links import Link, find_links
from kb.model import Act, ActReference, Document, Language
from kb.pipeline.errors import UnknownName
from kb.pipeline.today import today_in_kazakhstan
from kb.read import Difference, Pair, align_clauses, compare_editions
from kb.resolve import ActHistory
from kb.store import Reader, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEdition:
    """One wording of an act in one language; its parts are documents where a source keeps annexes apart."""

    date: date | None
    language: Language
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDifference:
    """What changed in one part of an act; `before` or `after` is None where only one edition has the part."""

    before: Document | None
    after: Document | None
    difference: Difference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPairs:
    """One part of an act in both languages."""

    kk: Document
    ru: Document
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedLink:
    """A reference of a document with the id of the act and of the clause that it leads to, None where unknown."""

    document: Document
    link: Link
    act: str | None
    clause: str | None


class Acts:
    """Acts by any of their codes. Every question raises UnknownName, with what is known, where there is no answer."""

    def __init__(self, store: Store, *, today: Callable[[], date] = today_in_kazakhstan) -> None:
        self._store = store
        self._today = today

    def listed(self) -> tuple[Act, ...]:
        """All acts of the base, each once, by id; one that several sources tell of is the last one told."""
        with self._store.read() as base:
            return _joined(base.acts())

    def editions(self, name: str) -> tuple[ActEdition, ...]:
        """The editions of an act by date and language, undated ones first."""
        with self._store.read() as base:
            return _editions(base, name)

    def edition(self, name: str, *, language: Language, as_of: date | None = None) -> ActEdition:
        """The edition in force on a day (None = today); an undated one where no dated one is known."""
        return _in_force(self.editions(name), name, language, as_of or self._today())

    def difference(self, name: str, before: date, after: date, *, language: Language) -> tuple[PartDifference, ...]:
        """What changed between the editions in force on two days, part by part."""
        known = self.editions(name)
        old, new = (_in_force(known, name, language, day) for day in (before, after))
        return tuple(
            PartDifference(before=one, after=other, difference=compare_editions(one, other) if one and other else None)
            for one, other in _meet(old.documents, new.documents)
        )

    def parallel(self, name: str, *, as_of: date | None = None) -> tuple[PartPairs, ...]:
        """The Kazakh and the Russian text in force on a day, clause by clause."""
        known, day = self.editions(name), as_of or self._today()
        kk, ru = (_in_force(known, name, language, day) for language in (Language.KK, Language.RU))
        return tuple(
            PartPairs(kk=one, ru=other, pairs=align_clauses(one, other))
            for one, other in _meet(kk.documents, ru.documents)
            if one and other
        )

    def links(self, name: str, *, language: Language, as_of: date | None = None) -> tuple[ResolvedLink, ...]:
        """The references of an edition in the order of its text; those to acts of the base lead to their clauses."""
        day = as_of or self._today()
        with self._store.read() as base:
            documents = _in_force(_editions(base, name), name, language, day).documents
            target = _Targets(base, day)
            return tuple(target.resolve(document, link) for document in documents for link in find_links(document))


class _Targets:
    """The acts of a base as the ends of references."""

    def __init__(self, base: Reader, day: date) -> None:
        self._base, self._day = base, day
        self._acts = _joined(base.acts())
        self._history = ActHistory(base.acts())
        self._lookups: dict[tuple[str, Language], list[ClauseLookup]] = {}

    def resolve(self, document: Document, link: Link) -> ResolvedLink:
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
                edition = _in_force(_editions(self._base, act), act, language, self._day)
            except UnknownName:
                self._lookups[act, language] = []
            else:
                self._lookups[act, language] = [ClauseLookup(one) for one in edition.documents]
        found = (lookup.find(link.path, ("", "appendix", "appendix-1")) for lookup in self._lookups[act, language])
        return next((clause for clause in found if clause), None)


def _fits(act: Act, named: ActReference) -> bool:
    if named.number is not None:
        return _plain(act.number) == _plain(named.number) and (named.date is None or act.date == named.date)
    titles = {_plain(title) for title in (act.title_kk, act.title_ru) if title}
    return act.type in (named.type, None) and _plain(named.title) in titles


def _plain(words: str | None) -> str:
    return "".join(letter for letter in (words or "").casefold() if letter.isalnum())


def _joined(acts: Iterable[Act]) -> tuple[Act, ...]:
    told = tuple(acts)
    history = ActHistory(told)
    found = {history.id_of(act.id): act for act in told}
    return tuple(replace(act, id=name, status=history.status_of(name)) for name, act in sorted(found.items()))


def _editions(base: Reader, name: str) -> tuple[ActEdition, ...]:
    texts: dict[tuple[date | None, Language], dict[str, list[Document]]] = defaultdict(lambda: defaultdict(list))
    for one in base.texts_of_act(name):
        if one.edition:
            texts[one.edition.date, one.edition.language][one.snapshot.source].append(one)
    if not texts:
        raise UnknownName(f"no act {name!r} in this base; see kb act list")
    return tuple(
        ActEdition(date=day, language=language, documents=_fullest(sources))
        for (day, language), sources in sorted(texts.items(), key=lambda one: (one[0][0] or date.min, one[0][1].value))
    )


def _fullest(sources: dict[str, list[Document]]) -> tuple[Document, ...]:
    """The text of the source that has most of it, its parts by name."""
    _, documents = max(sorted(sources.items()), key=lambda one: sum(len(document.text) for document in one[1]))
    return tuple(sorted(documents, key=lambda document: document.snapshot.document))


def _in_force(editions: Sequence[ActEdition], name: str, language: Language, day: date) -> ActEdition:
    mine = [one for one in editions if one.language is language]
    dated = [one for one in mine if one.date]
    fitting = [one for one in dated if one.date and one.date <= day] if dated else mine
    if not fitting:
        known = ", ".join(f"{one.language.value} {one.date or 'undated'}" for one in editions)
        raise UnknownName(f"act {name!r} has no text in {language.value} that was in force on {day}; known: {known}")
    return fitting[-1]


def _meet(one: Sequence[Document], other: Sequence[Document]) -> list[tuple[Document | None, Document | None]]:
    """The parts of two editions side by side: the only ones, else by the name of their files."""
    if len(one) == len(other) == 1:
        return [(one[0], other[0])]
    left, right = (
        {document.snapshot.document.rsplit("/", 1)[-1]: document for document in side} for side in (one, other)
    )
    return [(left.get(part), right.get(part)) for part in dict.fromkeys([*left, *right])]
