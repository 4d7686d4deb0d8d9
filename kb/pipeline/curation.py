"""Synonyms and best bets: what staff add to search without a build."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from indexes.vocabulary import Term
from kb.model.access import Actor
from kb.model.curation import BestBet, Synonym
from kb.pipeline.errors import BadCuration, UnknownName
from kb.pipeline.typed_words import typed_words
from kb.pipeline.vocabulary_terms import find_term
from kb.search.curated import NOTHING_CURATED, Curated
from kb.store import Reader, Store
from kb.text import fold, tokenise

THEME = "curated"
LONGEST_WORDS = 100
MOST_WORDS = 20
LEAST_OPENED = 20  # searches from which a service was opened within the time that the log is kept
LEAST_DAYS = 5  # different ones
MOST_POPULAR = 50
LONGEST_AUTHOR = 100
LONGEST_ID = 300
_PLACEHOLDER = "["  # what stands for personal data in the query log begins so


@dataclass(frozen=True, slots=True)
class PlacedBet:
    """A best bet, and whether its service is in the base as it was last built."""

    bet: BestBet
    present: bool


class Curation:
    """What staff added, for people to change and for a search to take. Safe to use from several threads."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._store = store
        self._clock = clock
        self._held: tuple[Any, Curated] = (None, NOTHING_CURATED)

    def curated(self, base: Reader | None = None) -> Curated:
        """What a search takes, by a transaction that is open already or its own; read anew only after a change, what
        readers open also with every new day."""
        if base is None:
            with self._store.read() as opened:
                return self.curated(opened)
        mark, held = (base.curation_mark(), self._clock().date()), self._held
        if held[0] != mark:
            held = self._held = (mark, _read_curated(base))
        return held[1]

    def synonyms(self) -> tuple[Synonym, ...]:
        """The synonyms in use, the newest first."""
        with self._store.read() as base:
            return base.synonyms()

    def add_synonym(
        self, words: Sequence[str], *, term: str, actor: Actor, short: bool = False, search: str | None = None
    ) -> Synonym:
        """Lets words lead to a term of the vocabulary; `short` ones are abbreviations.

        Raises BadCuration, StoreBusy.
        """
        found = find_term(term)
        if len(words) > MOST_WORDS:
            raise BadCuration(f"at most {MOST_WORDS} words are added at once")
        new = _new_words(words, found)
        synonym = Synonym(
            kk=found.kk,
            ru=found.ru,
            said=() if short else new,
            short=new if short else (),
            author=_author(actor),
            added_at=self._clock(),
            search=search,
        )
        with self._store.write() as base:
            known = {_key(word) for one in base.synonyms() if one.kk == found.kk for word in (*one.said, *one.short)}
            if twice := [word for word in new if _key(word) in known]:
                raise BadCuration(f"{', '.join(twice)}: leads to this term already")
            made = base.add_synonym(synonym)
            base.note_audit(
                actor=actor.signing(made.author),
                action="synonym.add",
                target=str(made.id),
                after={"words": list(new), "kk": list(made.kk), "ru": list(made.ru), "short": short, "search": search},
                at=made.added_at,
            )
            return made

    def withdraw_synonym(self, number: int, *, actor: Actor) -> None:
        """Takes a synonym out of use; raises UnknownName, StoreBusy."""
        when = self._clock()
        with self._store.write() as base:
            if not base.withdraw_synonym(number, when=when):
                raise UnknownName(f"no synonym {number} is in use")
            base.note_audit(actor=actor, action="synonym.withdraw", target=str(number), at=when)

    def best_bets(self) -> tuple[PlacedBet, ...]:
        """The best bets in use, the newest first."""
        with self._store.read() as base:
            return tuple(PlacedBet(one, base.service(one.service) is not None) for one in base.best_bets())

    def add_best_bet(self, phrase: str, service: str, *, actor: Actor) -> BestBet:
        """Puts a service (by any id) first for a phrase; raises BadCuration, UnknownName, StoreBusy."""
        service = typed_words(service, "the id of a service", longest=LONGEST_ID, wrong=BadCuration)
        bet = BestBet(phrase=_phrase(phrase), service=service, author=_author(actor), added_at=self._clock())
        with self._store.write() as base:
            known = base.service(service)
            if known is None:
                raise UnknownName(f"no service {service!r} in this base")
            if any((one.service, _key(one.phrase)) == (known.id, _key(bet.phrase)) for one in base.best_bets()):
                raise BadCuration(f"{known.id} comes first for {bet.phrase!r} already")
            made = base.add_best_bet(replace(bet, service=known.id))
            base.note_audit(
                actor=actor.signing(made.author),
                action="best_bet.add",
                target=str(made.id),
                after={"phrase": made.phrase, "service": made.service},
                at=made.added_at,
            )
            return made

    def withdraw_best_bet(self, number: int, *, actor: Actor) -> None:
        """Takes a best bet out of use; raises UnknownName, StoreBusy."""
        when = self._clock()
        with self._store.write() as base:
            if not base.withdraw_best_bet(number, when=when):
                raise UnknownName(f"no best bet {number} is in use")
            base.note_audit(actor=actor, action="best_bet.withdraw", target=str(number), at=when)


def _read_curated(base: Reader) -> Curated:
    terms = tuple(
        Term(theme=THEME, kk=one.kk, ru=one.ru, said=one.said, short=one.short) for one in reversed(base.synonyms())
    )
    popular = base.opened_services(least=LEAST_OPENED, days=LEAST_DAYS, limit=MOST_POPULAR)
    return Curated(terms=terms, best_bets=base.best_bets()[::-1], popular=popular)


def _new_words(words: Sequence[str], term: Term) -> tuple[str, ...]:
    official = {_key(word) for word in (*term.official, *term.said)}
    new = {_key(word): word for word in map(_phrase, words)}
    if not new:
        raise BadCuration("a word is needed")
    if old := [word for key, word in new.items() if key in official]:
        raise BadCuration(f"{', '.join(old)}: the vocabulary has it in this term already")
    return tuple(new.values())


def _phrase(words: str) -> str:
    found = typed_words(words, "a word", longest=LONGEST_WORDS, wrong=BadCuration)
    if _PLACEHOLDER in found:
        raise BadCuration(f"{found!r} holds masked personal data; give the words that are meant")
    if not tokenise(found):
        raise BadCuration(f"{found!r} has no letter")
    return found


def _author(actor: Actor) -> str:
    return typed_words(actor.name, "the name of the person who adds it", longest=LONGEST_AUTHOR, wrong=BadCuration)


def _key(words: str) -> str:
    return fold(words).text
