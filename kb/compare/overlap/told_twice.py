"""What a text tells of two services and can be true of one only: a person's words, the shares of a survey."""

import re
from collections.abc import Callable, Iterable, Iterator

from kb.compare.overlap.pasted_text import PastedKind, PastedText
from kb.compare.overlap.service_names import ServiceNames, printed_words, told_words
from kb.model import Document
from kb.model.overlap import Repeat, RepeatedPlace

Texts = Callable[[str], Document | None]
# From a mark to the next in one paragraph, of which the last may lie on another page.
_SPOKEN = re.compile(r"[«“][^«»“”\n]{30,}(?=[«»“”]|$)|\"[^\"\n]{30,}(?=\"|$)")
QUOTED = 0.7  # of a passage that lies between marks: who says it may stand before or behind
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_SHARE = re.compile(r"\d\s*%")
SHARES = 2  # in per cent, that two services can hardly have in common in the same words


def find_told_twice(pairs: Iterable[Repeat], names: ServiceNames, text_of: Texts) -> Iterator[PastedText]:
    """The quotes and figures, each under the service that they do not belong to.

    They belong to the service with whose name they share a word that tells its subject, else to the one told of first.
    """
    for pair in pairs:
        document = text_of(pair.a.snapshot)
        if pair.common or document is None or pair.a.snapshot != pair.b.snapshot or not of_two_services(pair):
            continue
        kind = _kind(document, pair)
        if not kind:
            continue
        of_a, of_b = (foreign_words(document, one, other, names) for one, other in ((pair.b, pair.a), (pair.a, pair.b)))
        pasted, own, words = (pair.a, pair.b, of_b) if of_b and not of_a else (pair.b, pair.a, of_a)
        yield PastedText(kind=kind, service=pasted.services[0], other=own.services[0], a=pasted, b=own, words=words)


def of_two_services(pair: Repeat) -> bool:
    """Whether each side speaks of one service, and they are two."""
    return len(pair.a.services) == len(pair.b.services) == 1 and pair.a.services != pair.b.services


def foreign_words(
    document: Document, place: RepeatedPlace, other: RepeatedPlace, names: ServiceNames
) -> tuple[str, ...]:
    """The words at a place, as printed, that tell the subject of the other place's service and not of its own."""
    text = document.text[place.start : place.end]
    (own,), (theirs,) = place.services, other.services
    stems = names.telling(theirs, place.language) - names.words(own, place.language)
    return printed_words(text, told_words(text, place.language), stems)


def _kind(document: Document, pair: Repeat) -> PastedKind | None:
    if _quoted(document, pair.a) and _quoted(document, pair.b):
        return PastedKind.QUOTE
    # a sign of per cent may stand behind the last word
    one, other = (document.text[place.start : place.end + 1] for place in (pair.a, pair.b))
    same = _NUMBER.findall(one) == _NUMBER.findall(other)
    return PastedKind.FIGURES if same and len(_SHARE.findall(one)) >= SHARES else None


def _quoted(document: Document, place: RepeatedPlace) -> bool:
    first = document.text.rfind("\n", 0, place.start) + 1
    last = document.text.find("\n", place.end)
    line = document.text[first : last if last >= 0 else len(document.text)]
    start, end = place.start - first, place.end - first
    inside = sum(max(0, min(found.end(), end) - max(found.start(), start)) for found in _SPOKEN.finditer(line))
    return inside >= QUOTED * (end - start)
