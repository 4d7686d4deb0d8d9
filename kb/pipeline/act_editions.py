"""The editions of an act: which texts of which sources are one, and which is in force on a day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kb.model import Act, ClauseKind, Document, Language
from kb.pipeline.errors import UnknownName
from kb.resolve import ActHistory
from kb.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEdition:
    """One wording of an act in one language; its parts are documents where a source keeps annexes apart."""

    date: date | None
    language: Language
    documents: tuple[Document, ...]


def join_acts(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Each act once, by id; one that several sources tell of is the last one told."""
    told = tuple(acts)
    history = ActHistory(told)
    found: dict[str, Act] = {}
    for act in told:
        name = history.id_of(act.id)
        before = found.get(name, act)
        # A text in one language often tells the title in that language only.
        found[name] = replace(
            act,
            id=name,
            ids=tuple(dict.fromkeys((*before.ids, *act.ids))),
            title_kk=act.title_kk or before.title_kk,
            title_ru=act.title_ru or before.title_ru,
            status=history.status_of(name),
        )
    return tuple(act for _, act in sorted(found.items()))


def editions_of(base: Reader, name: str) -> tuple[ActEdition, ...]:
    """The editions of an act by date and language, undated ones first; raises UnknownName."""
    texts: dict[tuple[date | None, Language], dict[str, list[Document]]] = defaultdict(lambda: defaultdict(list))
    for one in base.texts_of_act(name):
        if one.edition:
            texts[one.edition.date, one.edition.language][one.snapshot.source].append(one)
    if not texts:
        raise UnknownName(f"no act {name!r} in this base; see kb act list")
    _give_days(texts)
    return tuple(
        ActEdition(date=day, language=language, documents=_fullest(sources))
        for (day, language), sources in sorted(texts.items(), key=lambda one: (one[0][0] or date.min, one[0][1].value))
    )


def _give_days(texts: dict[tuple[date | None, Language], dict[str, list[Document]]]) -> None:
    """A text that no source dates is the edition whose numbered clauses say the same, word by word."""
    for language in Language:
        undated = texts.get((None, language), {})
        for source, documents in list(undated.items()):
            said = _said(documents)
            for (day, other), dated in texts.items():
                if said and day and other is language and any(_said(one) == said for one in dated.values()):
                    dated.setdefault(source, documents)
                    del undated[source]
                    break
        if not undated:
            texts.pop((None, language), None)


def _said(documents: Iterable[Document]) -> frozenset[str]:
    """The words of the numbered clauses, whatever marks and blanks a source puts between them."""
    return frozenset(
        bare_words(document.text[clause.start : clause.end])
        for document in documents
        for clause in document.clauses
        if clause.kind in (ClauseKind.ARTICLE, ClauseKind.POINT, ClauseKind.ROW)
    )


def _fullest(sources: dict[str, list[Document]]) -> tuple[Document, ...]:
    """The text of the source that has most of it, its parts by name."""
    _, documents = max(sorted(sources.items()), key=lambda one: sum(len(document.text) for document in one[1]))
    return tuple(sorted(documents, key=lambda document: document.snapshot.document))


def edition_in_force(editions: Sequence[ActEdition], name: str, language: Language, day: date) -> ActEdition:
    """The edition of a language in force on a day, an undated one where none is dated; raises UnknownName."""
    mine = [one for one in editions if one.language is language]
    dated = [one for one in mine if one.date]
    fitting = [one for one in dated if one.date and one.date <= day] if dated else mine
    if not fitting:
        known = ", ".join(f"{one.language.value} {one.date or 'undated'}" for one in editions)
        raise UnknownName(f"act {name!r} has no text in {language.value} that was in force on {day}; known: {known}")
    return fitting[-1]


def bare_words(words: str | None) -> str:
    """The letters and figures of words in lower case."""
    return "".join(letter for letter in (words or "").casefold() if letter.isalnum())
