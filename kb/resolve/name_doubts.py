"""Services that may be one: proposed to people, never joined."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from kb.model import DoubtReason, Language, Mention
from kb.read.likeness import word_groups
from kb.resolve.names import NUMBER, plain_name
from kb.resolve.services import PREFIX_LETTERS, Group
from kb.text import stem

NEAR_NAME = 88.0  # per cent of equal letters; below it names of siblings begin to outnumber damaged prints
NEAR_WORDS = 90.0  # per cent with the words sorted: one name with its words in another order
SAME_MEANING = 0.6  # share of the words of the shorter name that stand for words of the other
LOAN_LETTERS = 6  # of a word that both languages took from elsewhere, without its endings
FULL_WORD = 4  # letters; shorter ones only join others
FEWEST_WORDS = 3  # a name of two words shares them with too many others


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePair:
    """Two services by a mention of each, and why they may be one."""

    left: Mention
    right: Mention
    reason: DoubtReason


@dataclass(slots=True)
class _Known:
    """A service: its first mention, its documents and its plain names by language."""

    mention: Mention
    documents: set[str] = field(default_factory=set)
    names: dict[Language, str] = field(default_factory=dict)


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
    known: dict[str, _Known] = {}
    for mention in mentions:
        if mention.key not in owner:
            continue
        service = known.setdefault(owner[mention.key], _Known(mention))
        service.documents.add(mention.evidence.document)
        for language, printed in ((Language.KK, mention.name_kk), (Language.RU, mention.name_ru)):
            if printed:
                service.names.setdefault(language, plain_name(printed))
    return [known[name] for name in sorted(known)]


def _near(services: list[_Known]) -> Iterator[tuple[_Known, _Known, DoubtReason]]:
    told: set[tuple[int, int]] = set()
    for language in (Language.KK, Language.RU):
        for arrange, bound in ((str, NEAR_NAME), (_sorted_words, NEAR_WORDS)):
            for bucket in _beginning_alike(services, language, arrange):
                for pair in _near_pairs(bucket, bound):
                    if pair not in told:
                        told.add(pair)
                        yield services[pair[0]], services[pair[1]], DoubtReason.NEAR_NAMES


def _beginning_alike(
    services: list[_Known], language: Language, arrange: Callable[[str], str]
) -> Iterable[list[tuple[int, str]]]:
    """Places and names of services; comparing only those that begin alike keeps the work small."""
    buckets: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, one in enumerate(services):
        if language in one.names:
            name = arrange(one.names[language])
            buckets[name[:PREFIX_LETTERS]].append((place, name))
    return buckets.values()


def _near_pairs(bucket: list[tuple[int, str]], bound: float) -> Iterator[tuple[int, int]]:
    names = [name for _, name in bucket]
    for at, (place, name) in enumerate(bucket):
        for other, _, number in process.extract(name, names[:at], scorer=fuzz.ratio, score_cutoff=bound, limit=None):
            if NUMBER.findall(name) == NUMBER.findall(other):
                yield bucket[number][0], place


def _sorted_words(name: str) -> str:
    return " ".join(sorted(name.split()))


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
    return [
        (one, name, [_meaning(word, language) for word in name.split() if len(word) >= FULL_WORD])
        for one, name in named
    ]


def _meaning(word: str, language: Language) -> frozenset[str]:
    """What a word can stand for in the other language: groups of the lexicon, or its own beginning if it is foreign."""
    own = word[:LOAN_LETTERS] if len(word) >= LOAN_LETTERS else ""
    return word_groups(language).get(stem(word, language), frozenset()) | ({own} if own else frozenset())


def _beside(ours: list[frozenset[str]], theirs: list[frozenset[str]]) -> int:
    return sum(any(mine & other for other in theirs) for mine in ours)


def _two_codes(left: Mention, right: Mention) -> bool:
    ours, theirs = left.codes.get("registry"), right.codes.get("registry")
    return bool(ours and theirs and ours != theirs)
