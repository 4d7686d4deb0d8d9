"""Passages of another service with its subject, of which the service says nothing anywhere else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kb.compare.overlap.clause_text import ClauseText
from kb.compare.overlap.foreign_names import topic_of
from kb.compare.overlap.pasted_text import PastedKind, PastedText
from kb.compare.overlap.service_names import ServiceNames, printed_words, told_words
from kb.compare.overlap.told_twice import Texts, of_two_services
from kb.model import Document
from kb.model.overlap import Repeat, RepeatedPlace

SUBJECT = 0.4  # of the weight of the other's name that a passage must have
# Clauses that name other services and their papers because they must.
NAMING = frozenset({"document", "refusal_ground", "legal_act", "appeal", "other_requirement", "ignored"})
SEVERAL_ROWS = "</tr>"  # tables of one kind share their frame, and each row names what it must


@dataclass(frozen=True, slots=True)
class _Alien:
    place: RepeatedPlace
    other: RepeatedPlace
    stems: frozenset[str]
    words: tuple[str, ...]


def find_alien_passages(
    pairs: Iterable[Repeat], texts: Callable[[], Iterable[ClauseText]], names: ServiceNames, text_of: Texts
) -> Iterator[PastedText]:
    """The passages of one service that another's clause holds too, with words of the one's name that the other's other
    clauses never use. The texts are read once."""
    aliens = [alien for pair in pairs for alien in _aliens(pair, names, text_of)]
    if not aliens:
        return
    known = _own_subjects(texts(), aliens)
    for alien in aliens:
        if alien.stems <= known.get(alien.place.services[0], set()):
            continue
        yield PastedText(
            kind=PastedKind.PASSAGE,
            service=alien.place.services[0],
            other=alien.other.services[0],
            a=alien.place,
            b=alien.other,
            words=alien.words,
        )


def _aliens(pair: Repeat, names: ServiceNames, text_of: Texts) -> Iterator[_Alien]:
    if pair.common or not of_two_services(pair):
        return
    for place, other in ((pair.a, pair.b), (pair.b, pair.a)):
        document = text_of(place.snapshot)
        alien = _alien(document, place, other, names) if document else None
        if alien:
            yield alien


def _alien(document: Document, place: RepeatedPlace, other: RepeatedPlace, names: ServiceNames) -> _Alien | None:
    text, language = document.text[place.start : place.end], place.language
    if SEVERAL_ROWS in text:
        return None
    told = told_words(text, language)
    stems = frozenset(word.stem for word in told)
    own, theirs = names.words(place.services[0], language), names.words(other.services[0], language)
    subject = stems & names.telling(other.services[0], language) - own
    enough = names.weight((stems & theirs) - own, language) >= SUBJECT * names.weight(theirs, language)
    if not own or not subject or not enough or stems & names.telling(place.services[0], language) - theirs:
        return None
    return _Alien(place, other, subject, printed_words(text, told, subject))


def _own_subjects(texts: Iterable[ClauseText], aliens: list[_Alien]) -> dict[str, set[str]]:
    """By service, the alien words that it uses in other clauses too, or in clauses that must name other services."""
    places = {(alien.place.snapshot, alien.place.clause) for alien in aliens}
    wanted: dict[str, set[str]] = {}
    for alien in aliens:
        wanted.setdefault(alien.place.services[0], set()).update(alien.stems)
    found: dict[str, set[str]] = {}
    for clause in texts:
        for service in clause.services:
            if service in wanted and ((clause.snapshot, clause.clause) not in places or topic_of(clause) in NAMING):
                used = {word.stem for word in told_words(clause.text, clause.language)} & wanted[service]
                found.setdefault(service, set()).update(used)
    return found
