"""Changes that make one language say something else: each takes a text and gives where it is changed to what."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from kb.compare.parity import ParityKind
from kb.model import Language
from kb.text import NumberKind, find_numbers, fold

Change = tuple[int, int, str]
Finder = Callable[[str, Language, Random], Iterator[Change]]

# A number of the contact centre is no number of the act.
TELEPHONE = re.compile(r"1414|\b800\b")
# In fewer letters nothing is left of a clause whose only channel is dropped: that is a dropped item.
SHORTEST = 60
# Within so many letters a clause has its own number.
LABEL = 6
UNITS = {
    Language.KK: (
        (r"(?<=[\d)] )жұмыс күн", "күнтізбелік күн"),
        (r"(?<=[\d)] )күнтізбелік күн", "жұмыс күн"),
        (r"(?<=[\d)] )минут", "сағат"),
    ),
    Language.RU: (
        (r"\bрабочих дн", "календарных дн"),
        (r"\bкалендарных дн", "рабочих дн"),
        (r"\bминут\b", "часов"),
    ),
}
DENIALS = {
    Language.KK: (
        (r"(?<!азаматтығы )\bжоқ\b", "бар"),
        (r"(?<!ерциялық)(?<!тұрғын)(?<!қол)(?<!ғана)(?<!кем)(?<!көп)(?<!ртық) емес\b", ""),
        (r"(?<!не бол)(?<=[а-яәіңғүұқөһ]{3})(?:ма|ме)(?=йды\b|йді\b|ған\b|ген\b|са\b|се\b)", ""),
    ),
    Language.RU: ((r"\bне (?=[а-яё]{4,}(?:ет|ит|ют|ят|ется|ится|ются|ятся|ен|ена|ено|ены|ны)\b)", ""),),
}
DUTIES = {
    Language.KK: ((r"\bміндетті\b(?=[.;,])", "құқылы"), (r"\bқұқылы\b", "міндетті"), (r"\bтиіс\b(?=[.;,])", "мүмкін")),
    Language.RU: (
        (r"\bобязан\b", "вправе"),
        (r"\bобязаны\b", "вправе"),
        (r"(?<!не )\bвправе\b", "обязан"),
        (r"\bдолжен\b", "может"),
        (r"\bдолжны\b", "могут"),
        (r"(?<!не )\bмогут\b", "должны"),
        (r"(?<!не )\bможет\b", "должен"),
    ),
}
CHANNELS = {
    Language.KK: (
        (r"\bпортал(?:ға|да|дан|мен)?(?: арқылы)?\b", ""),
        (r"\bМемлекеттік корпорация(?:ға|да|дан)?(?: арқылы)?\b", ""),
    ),
    Language.RU: (
        (r"\b(?:через |на |посредством )?портал(?:а|у|ом|е)?\b", ""),
        (r"\b(?:через |в )?Государственн(?:ая|ую|ой) корпораци(?:я|ю|и)\b", ""),
    ),
}
NOTARISED = {
    Language.KK: ((r"\bнотариа\w+(?: түрде| тәртіппен)? (?:куәландыр\w+ |растал\w+ )?", ""),),
    Language.RU: ((r"\bнотариальн\w+ (?:удостоверенн\w+ |заверенн\w+ |засвидетельствованн\w+ )?", ""),),
}


@dataclass(frozen=True, slots=True)
class Planting:
    """A kind of change and the kinds of differences that tell of it.

    With `needs_twin` it is planted only where the other language could be changed so as well: a duty that only one
    language words as one is not turned into a permission that the other has not.
    """

    name: str
    find: Finder
    told_by: frozenset[ParityKind]
    needs_twin: bool = False


def _reworded(table: Mapping[Language, tuple[tuple[str, str], ...]]) -> Finder:
    def find(text: str, language: Language, _random: Random) -> Iterator[Change]:
        for pattern, words in table[language]:
            for found in re.finditer(pattern, text):
                yield (*found.span(), words)

    return find


def _named_once(table: Mapping[Language, tuple[tuple[str, str], ...]]) -> Finder:
    """What is named again in the same clause is still named when one of its places is dropped."""

    def find(text: str, language: Language, _random: Random) -> Iterator[Change]:
        for pattern, words in table[language]:
            found = list(re.finditer(pattern, text))
            if (
                len(found) == 1
                and len(text) > SHORTEST
                and len(re.findall("портал|корпораци|нотари", text, re.IGNORECASE)) == 1
            ):
                yield (*found[0].span(), words)

    return find


def _numbers(text: str, _language: Language, random: Random) -> Iterator[Change]:
    folded = fold(text)
    for number in find_numbers(folded.text):
        if number.kind is not NumberKind.WORDS and number.start > LABEL and not TELEPHONE.search(text):
            value = int(number.value) + random.randint(1, 9)
            yield (*folded.span(number.start, number.end), f"{value}")


PLANTINGS = (
    Planting("number", _numbers, frozenset({ParityKind.NUMBER, ParityKind.TERM, ParityKind.PRICE, ParityKind.PERCENT})),
    Planting("unit", _reworded(UNITS), frozenset({ParityKind.UNIT, ParityKind.TERM})),
    Planting("negation", _reworded(DENIALS), frozenset({ParityKind.NEGATION})),
    Planting("modality", _reworded(DUTIES), frozenset({ParityKind.MODALITY}), needs_twin=True),
    Planting("channel dropped", _named_once(CHANNELS), frozenset({ParityKind.CHANNEL})),
    Planting("notarised dropped", _named_once(NOTARISED), frozenset({ParityKind.DOCUMENT_FORM})),
)
