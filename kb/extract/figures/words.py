"""Words and numbers of figures in folded text: what they are about, whose they are, what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from kb.extract.wording import coded_wording, load_wording, wording
from kb.model import SurveyChannel
from kb.text import fold_kazakh

FILE = "figures"
SHORT_JOIN = 6  # «және» with its blanks: «қолжетімділігі және ашықтығы» is one component in two words
REMEMBERED = 512  # parts of a paragraph are looked at for figures, for claims and for people
DIGIT = re.compile(r"\d")
BEFORE = 60  # characters in which the cue of a figure stands: «орташа баға шамамен … балды құрады»


@dataclass(frozen=True, slots=True)
class Term:
    """A word with a code, `plain[start:end]`."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts (`share` in per cent, `top_two` that of fours and fives, `mark_1` …
    `mark_4` that of one mark, `mean`, `mean_as_share`), `plain[start:end]`.

    `bracketed` tells that it stands in brackets behind what it is of.
    """

    measure: str
    value: Decimal
    start: int
    end: int
    bracketed: bool = False


@lru_cache(maxsize=REMEMBERED)
def find_terms(plain: str, *tables: str) -> tuple[Term, ...]:
    """The coded words of the tables of `figures.yaml`, in order; of two that overlap the one that begins first."""
    found = sorted(
        (
            Term(code, match.start(), match.end())
            for table in tables
            for code, pattern in coded_wording(FILE, table)
            for match in pattern.finditer(plain)
        ),
        key=lambda one: (one.start, -one.end),
    )
    kept: list[Term] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and one.start < last.end:
            continue
        if last and last.code == one.code and _close(plain[last.end : one.start]):
            kept[-1] = Term(last.code, last.start, one.end)
        else:
            kept.append(one)
    return tuple(kept)


def _close(between: str) -> bool:
    return len(between) <= SHORT_JOIN and "." not in between


def find_channels(plain: str) -> tuple[Term, ...]:
    """The channels that are named, in order."""
    return find_terms(plain, "channels")


def channel_of(label: str) -> SurveyChannel | None:
    """The channel that a label of a row or column names, ALL for a total, None for anything else."""
    words = label.strip()
    if wording(FILE, "total").search(words):
        return SurveyChannel.ALL
    for table in ("channel_labels", "channels"):
        for code, pattern in coded_wording(FILE, table):
            if pattern.search(words):
                return SurveyChannel(code)
    return None


@lru_cache(maxsize=REMEMBERED)
def find_figures(plain: str) -> tuple[Figure, ...]:
    """The exact shares and means in order; rounded ones («more than a half», «about 60 %») are left out."""
    if not DIGIT.search(plain):
        return ()
    return tuple(sorted((*_shares(plain), *_means(plain)), key=lambda one: one.start))


def _shares(plain: str) -> Iterator[Figure]:
    for match in wording(FILE, "share").finditer(plain):
        before = plain[max(0, match.start() - BEFORE) : match.start()]
        behind = plain[match.end() : match.end() + BEFORE]
        value = to_number(match["value"])
        closed = behind.startswith(")")  # words behind a bracket are not those of the figure in it
        if (not closed and wording(FILE, "about_behind").search(behind)) or wording(FILE, "about").search(before[-12:]):
            continue
        measure = _measure(value, before, "" if closed else behind)
        yield Figure(measure, value, match.start(), match.end(), _is_bracketed(plain, match.start()))


def _measure(value: Decimal, before: str, behind: str) -> str:
    """What a share is of, by the words before and behind it."""
    if 1 <= value <= 5 and wording(FILE, "mean_as_share").search(before):
        return "mean_as_share"
    if wording(FILE, "top_two_before").search(before) or wording(FILE, "top_two_behind").search(behind):
        return "top_two"
    single = wording(FILE, "mark_before").search(before) or wording(FILE, "mark_behind").search(behind)
    return f"mark_{next(mark for mark in single.groups() if mark)}" if single else "share"


def _means(plain: str) -> Iterator[Figure]:
    for match in wording(FILE, "mean").finditer(plain):
        before, behind = plain[max(0, match.start() - BEFORE) : match.start()], plain[match.end() : match.end() + 12]
        if wording(FILE, "mean_cue_behind").search(behind) or wording(FILE, "mean_cue_before").search(before):
            yield Figure(
                "mean", to_number(match["value"]), match.start(), match.end(), _is_bracketed(plain, match.start())
            )


def _is_bracketed(plain: str, place: int) -> bool:
    return plain.rfind("(", 0, place) > plain.rfind(")", 0, place)


def to_number(text: str) -> Decimal:
    """The number of printed figures («,4» is 0.4) or of a Kazakh number word up to ten, folded."""
    if text.isalpha():
        return Decimal(count_words()[text])
    plain = text.replace(",", ".")
    return Decimal(f"0{plain}" if plain.startswith(".") else plain)


@cache
def cues(name: str, key: str) -> tuple[str, ...]:
    """Folded pieces of words of a wording file: a text without any of them need not be searched."""
    return tuple(fold_kazakh(cue.lower()) for cue in load_wording(name)[key])


def tells_events(plain: str) -> bool:
    """Whether a text may tell of acquaintances, rewards or complaints."""
    return any(cue in plain for cue in cues(FILE, "event_cues"))


@cache
def count_words() -> dict[str, int]:
    """Number words, folded, with their numbers."""
    return {fold_kazakh(word): int(number) for word, number in load_wording(FILE)["count_words"].items()}


def matches(key: str, text: str) -> bool:
    """Whether the wording under `key` stands in the text."""
    return bool(wording(FILE, key).search(text))


def search(key: str, text: str) -> re.Match[str] | None:
    """The first place of the wording under `key`."""
    return wording(FILE, key).search(text)
