"""Services that may be one: proposed to people, never joined."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from kb.model import DoubtReason, Language, Mention
from kb.read.likeness import word_groups
from kb.resolve.names import NUMBER, plain_name
from kb.resolve.services import Group
from kb.text import stem

NEAR_NAME = 88.0  # per cent of equal letters; below it names of siblings begin to outnumber damaged prints
NEAR_WORDS = 90.0  # per cent with the words sorted: one name with its words in another order
SAME_MEANING = 0.75  # share of the words of the shorter name that stand for words of the other
LOAN_LETTERS = 6  # of a word that both languages took from elsewhere, without its endings
FEWEST_WORDS = 3  # a name of two words shares them with too many others


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePair:
    """Two services by a mention of each, and why they may be one."""

    left: Mention
    right: Mention
    reason: DoubtReason


@dataclass(frozen=True, slots=True)
class _Known:
    """A service: its first mention, its documents and its plain names by language."""

    mention: Mention
    documents: frozenset[str]
    names: Mapping[Language, str]


def find_name_doubts(groups: Iterable[Group], mentions: Iterable[Mention]) -> tuple[NamePair, ...]:
    """Pairs of services whose names are nearly one print, or say the same in two languages.

    Services that one document lists side by side, and names with other numbers, are two; so are two registry codes.
    """
    services = _known(groups, mentions)
    pairs = []
    for left, right, reason in (*_near(services), *_translated(services)):
        if left.documents.isdisjoint(right.documents) and not _two_codes(left.mention, right.mention):
            pairs.append(NamePair(left=left.mention, right=right.mention, reason=reason))
    return tuple(pairs)


def _known(groups: Iterable[Group], mentions: Iterable[Mention]) -> list[_Known]:
    owner = {key: group.ids[0] for group in groups for key in group.keys}
    by_service: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.key in owner:
            by_service.setdefault(owner[mention.key], []).append(mention)
    known = []
    for name in sorted(by_service):
        mine = by_service[name]
        names: dict[Language, str] = {}
        for one in mine:
            for language, printed in ((Language.KK, one.name_kk), (Language.RU, one.name_ru)):
                if printed:
                    names.setdefault(language, plain_name(printed))
        known.append(_Known(mine[0], frozenset(one.evidence.document for one in mine), names))
    return known


def _near(services: list[_Known]) -> Iterator[tuple[_Known, _Known, DoubtReason]]:
    told: set[tuple[int, int]] = set()
    for language in (Language.KK, Language.RU):
        named = [(place, one.names[language]) for place, one in enumerate(services) if language in one.names]
        names = [name for _, name in named]
        for at, (place, name) in enumerate(named):
            for scorer, bound in ((fuzz.ratio, NEAR_NAME), (fuzz.token_sort_ratio, NEAR_WORDS)):
                for _, _, other in process.extract(name, names[:at], scorer=scorer, score_cutoff=bound, limit=None):
                    pair = named[other][0], place
                    if pair in told or NUMBER.findall(name) != NUMBER.findall(names[other]):
                        continue
                    told.add(pair)
                    yield services[pair[0]], services[pair[1]], DoubtReason.NEAR_NAMES


def _translated(services: list[_Known]) -> Iterator[tuple[_Known, _Known, DoubtReason]]:
    kazakh, russian = _of_one_language(services, Language.KK), _of_one_language(services, Language.RU)
    for left, name, ours in kazakh:
        for right, other, theirs in russian:
            fewest = min(len(ours), len(theirs))
            if fewest < FEWEST_WORDS or NUMBER.findall(name) != NUMBER.findall(other):
                continue
            shared = min(_beside(ours, theirs), _beside(theirs, ours))
            if shared >= SAME_MEANING * fewest:
                yield left, right, DoubtReason.OTHER_LANGUAGE


def _of_one_language(services: list[_Known], language: Language) -> list[tuple[_Known, str, list[frozenset[str]]]]:
    """Services that are named in this language alone, with what each word of the name means."""
    named = [(one, one.names[language]) for one in services if set(one.names) == {language}]
    return [(one, name, [_meaning(word, language) for word in name.split()]) for one, name in named]


def _meaning(word: str, language: Language) -> frozenset[str]:
    """What a word can stand for in the other language: groups of the lexicon, or its own beginning if it is foreign."""
    own = word[:LOAN_LETTERS] if len(word) >= LOAN_LETTERS else ""
    return word_groups(language).get(stem(word, language), frozenset()) | ({own} if own else frozenset())


def _beside(ours: list[frozenset[str]], theirs: list[frozenset[str]]) -> int:
    return sum(any(mine & other for other in theirs) for mine in ours)


def _two_codes(left: Mention, right: Mention) -> bool:
    ours, theirs = left.codes.get("registry"), right.codes.get("registry")
    return bool(ours and theirs and ours != theirs)
