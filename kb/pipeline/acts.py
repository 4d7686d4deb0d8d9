"""The texts of an act: editions, the one in force on a day, what changed, both languages, references."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kb.extract.links import find_links
from kb.model import Act, Card, Document, Language
from kb.pipeline.act_editions import ActEdition, edition_in_force, editions_of, join_acts
from kb.pipeline.act_targets import ActTargets, ResolvedLink
from kb.pipeline.excerpt import overlap_of
from kb.pipeline.today import today_in_kazakhstan
from kb.read import Difference, Pair, align_clauses, compare_editions
from kb.store import Reader, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDifference:
    """What changed in one part of an act; `before` or `after` is None where only one edition has the part.

    Where one text is an excerpt, `only_before` and `only_after` are the ids of what the other does not cover ("" = what
    stands outside annexes and sections); it is not compared.
    """

    before: Document | None
    after: Document | None
    difference: Difference | None
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPairs:
    """One part of an act in both languages."""

    kk: Document
    ru: Document
    pairs: tuple[Pair, ...]


def acts_of_card(base: Reader, card: Card) -> tuple[Act, ...]:
    """The acts that the statements of a card come from, as each of their texts tells of them."""
    names = dict.fromkeys(one.evidence.act for one in card.statements if one.evidence.act)
    acts = [act for name in names for act in base.acts_named(name)]
    return tuple(dict.fromkeys(acts))


class Acts:
    """Acts by any of their codes. Every question raises UnknownName, with what is known, where there is no answer."""

    def __init__(self, store: Store, *, today: Callable[[], date] = today_in_kazakhstan) -> None:
        self._store = store
        self._today = today

    def listed(self) -> tuple[Act, ...]:
        """All acts of the base, each once, by id; one that several sources tell of is the last one told."""
        with self._store.read() as base:
            return join_acts(base.acts())

    def of_card(self, card: Card) -> tuple[Act, ...]:
        """The acts that the statements of a card come from, as each of their texts tells of them."""
        with self._store.read() as base:
            return acts_of_card(base, card)

    def editions(self, name: str) -> tuple[ActEdition, ...]:
        """The editions of an act by date and language, undated ones first."""
        with self._store.read() as base:
            return editions_of(base, name)

    def edition(self, name: str, *, language: Language, as_of: date | None = None) -> ActEdition:
        """The edition in force on a day (None = today); an undated one where no dated one is known."""
        return edition_in_force(self.editions(name), name, language, as_of or self._today())

    def difference(self, name: str, before: date, after: date, *, language: Language) -> tuple[PartDifference, ...]:
        """What changed between the editions in force on two days, part by part."""
        known = self.editions(name)
        old, new = (edition_in_force(known, name, language, day) for day in (before, after))
        return tuple(_compared(one, other) for one, other in _meet(old.documents, new.documents))

    def parallel(self, name: str, *, as_of: date | None = None) -> tuple[PartPairs, ...]:
        """The Kazakh and the Russian text in force on a day, clause by clause."""
        known, day = self.editions(name), as_of or self._today()
        kk, ru = (edition_in_force(known, name, language, day) for language in (Language.KK, Language.RU))
        return tuple(
            PartPairs(kk=one, ru=other, pairs=align_clauses(one, other))
            for one, other in _meet(kk.documents, ru.documents)
            if one and other
        )

    def links(self, name: str, *, language: Language, as_of: date | None = None) -> tuple[ResolvedLink, ...]:
        """The references of an edition in the order of its text; those to acts of the base lead to their clauses."""
        day = as_of or self._today()
        with self._store.read() as base:
            documents = edition_in_force(editions_of(base, name), name, language, day).documents
            target = ActTargets(base, day)
            return tuple(target.resolve(document, link) for document in documents for link in find_links(document))


def _compared(before: Document | None, after: Document | None) -> PartDifference:
    if before is None or after is None:
        return PartDifference(before=before, after=after, difference=None)
    both = overlap_of(before, after)
    return PartDifference(
        before=before,
        after=after,
        difference=compare_editions(both.before, both.after),
        only_before=both.only_before,
        only_after=both.only_after,
    )


def _meet(one: Sequence[Document], other: Sequence[Document]) -> list[tuple[Document | None, Document | None]]:
    """The parts of two editions side by side: the only ones, else by the name of their files."""
    if len(one) == len(other) == 1:
        return [(one[0], other[0])]
    left, right = (
        {document.snapshot.document.rsplit("/", 1)[-1]: document for document in side} for side in (one, other)
    )
    return [(left.get(part), right.get(part)) for part in dict.fromkeys([*left, *right])]
