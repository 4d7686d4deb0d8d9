"""Items of another service in a list that must name other services: documents, grounds for refusal."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kb.compare.overlap.alien_passages import NAMING, SEVERAL_ROWS
from kb.compare.overlap.clause_text import ClauseText
from kb.compare.overlap.foreign_names import topic_of
from kb.compare.overlap.pasted_text import PastedKind, PastedText
from kb.compare.overlap.service_names import FEW_SERVICES, ServiceNames, printed_words, told_words
from kb.compare.overlap.told_twice import Texts, of_two_services
from kb.model import Language
from kb.model.overlap import Repeat, RepeatedPlace

# Words that the service uses nowhere else and the other one does: with one that tells the other's subject, and without.
# A single one may be of a paper that the other gives.
STRANGE, STRANGE_ALONE = 2, 3
Use = tuple[Language, str]
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Item:
    place: RepeatedPlace
    other: RepeatedPlace
    stems: frozenset[str]
    subject: frozenset[str]


def find_alien_items(
    pairs: Iterable[Repeat], texts: Callable[[], Iterable[ClauseText]], names: ServiceNames, text_of: Texts
) -> Iterator[PastedText]:
    """The items that another service's list has too, in words that this service uses nowhere else, the other does, and
    few others do. The texts are read once."""
    items = [item for pair in pairs for item in _items(pair, names, text_of)]
    if not items:
        return
    used, naming = _uses(texts(), items)
    for item in items:
        if (item.place.snapshot, item.place.clause) not in naming:
            continue
        own, other = item.place.services[0], item.other.services[0]
        strange = frozenset(
            stem
            for stem in item.stems
            if len(services := used[item.place.language, stem]) <= FEW_SERVICES
            and not services.get(own, set()) - {(item.place.snapshot, item.place.clause)}
            and services.get(other, set()) - {(item.other.snapshot, item.other.clause)}
        )
        if len(strange) >= (STRANGE if strange & item.subject else STRANGE_ALONE):
            yield PastedText(
                kind=PastedKind.PASSAGE,
                service=own,
                other=other,
                a=item.place,
                b=item.other,
                words=_printed(item.place, strange, text_of),
            )


def _items(pair: Repeat, names: ServiceNames, text_of: Texts) -> Iterator[_Item]:
    if pair.common or not of_two_services(pair):
        return
    for place, other in ((pair.a, pair.b), (pair.b, pair.a)):
        document = text_of(place.snapshot)
        own = names.words(place.services[0], place.language)
        if document is None or not own:
            continue
        text = document.text[place.start : place.end]
        if SEVERAL_ROWS in text:
            continue
        told = told_words(text, place.language)
        stems = frozenset(word.stem for word in told) - own
        subject = stems & names.telling(other.services[0], place.language)
        if len(stems) >= STRANGE_ALONE or subject:
            yield _Item(place, other, stems, subject)


def _uses(texts: Iterable[ClauseText], items: list[_Item]) -> tuple[dict[Use, dict[str, set[Place]]], set[Place]]:
    """In which clauses of which services the words of the items stand (of more services than a few, in one each), and
    the clauses of items that are of a list."""
    places = {(item.place.snapshot, item.place.clause) for item in items}
    wanted = {(item.place.language, stem) for item in items for stem in item.stems}
    used: dict[Use, dict[str, set[Place]]] = defaultdict(dict)
    naming: set[Place] = set()
    for clause in texts:
        place = clause.snapshot, clause.clause
        if place in places and topic_of(clause) in NAMING:
            naming.add(place)
        for stem in {word.stem for word in told_words(clause.text, clause.language)}:
            services = used[clause.language, stem] if (clause.language, stem) in wanted else {}
            for service in clause.services:
                if service not in services or len(services) <= FEW_SERVICES:
                    services.setdefault(service, set()).add(place)
    return used, naming


def _printed(place: RepeatedPlace, stems: frozenset[str], text_of: Texts) -> tuple[str, ...]:
    document = text_of(place.snapshot)
    text = document.text[place.start : place.end] if document else ""
    return printed_words(text, told_words(text, place.language), stems)
