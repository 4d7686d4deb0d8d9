"""Where in a printed name which body stands, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kb.model import Language
from kb.resolve.body_words import (
    START_LETTERS,
    MatchKind,
    Phrase,
    Word,
    body_wording,
    find_abbreviation,
    is_listed,
    part_lists,
    phrases,
    phrases_by_start,
    read_words,
    same_form,
    same_print,
    starts_with,
    word_lists,
)

LEAST_SHARE = 0.75  # of the words of a name that a cut print keeps
LEAST_WORDS = 3  # of a name that may be cut


@dataclass(frozen=True, slots=True)
class Span:
    """Words from `start` to `end` (exclusive) that name one of `codes`."""

    start: int
    end: int
    codes: tuple[str, ...]
    how: MatchKind
    part: str | None = None
    parent: str | None = None


@dataclass
class Reading:
    """The words of a printed name with what each of them is."""

    words: tuple[Word, ...]
    language: Language
    spans: list[Span] = field(default_factory=list)
    parts: list[tuple[int, int, str]] = field(default_factory=list)
    legal_forms: list[tuple[int, int]] = field(default_factory=list)

    @property
    def strange_spans(self) -> tuple[Span, ...]:
        """Spans beside which an unknown word stands, as where a name is part of a longer one."""
        return tuple(span for span in self.spans if self.stranger_beside(span) is not None)

    @property
    def loose_heads(self) -> tuple[int, ...]:
        """Places of nouns of bodies that belong to no name, unit or legal form."""
        return tuple(at for at in range(len(self.words)) if self.is_head(at) and not self.is_covered(at))

    def is_bare_ministry(self, at: int) -> bool:
        """Whether the word is «ministry» with nothing that names it."""
        return self._is_bare(at) and self._stranger(at, -1 if self.language is Language.KK else 1) is None

    def stranger_beside(self, span: Span) -> int | None:
        """A word where a name grows that is neither known nor said of any body; None where all are.

        Kazakh names grow on both sides, Russian ones behind and by adjectives before.
        """
        behind = self._stranger(span.end - 1, 1)
        if behind is not None:
            return behind
        before = self._stranger(span.start, -1)
        if before is not None and self.language is Language.RU:
            adjective = before == span.start - 1 and self.words[before].plain.endswith(_adjective())
            short = span.end - span.start == 1 and span.how != "abbreviation"
            return before if adjective or short else None
        return before

    def joined(self, one: Span, other: Span) -> bool:
        """Whether nothing but filling words without a conjunction or a sign stands between two spans."""
        between = range(one.end, other.start)
        if any(self.words[at].breaks for at in (*between, other.start)):
            return one.codes == other.codes
        return not any(self._is_in("conjunctions", at) for at in between)

    def explains(self, one: Span, other: Span) -> bool:
        """Whether one of two neighbours stands in brackets behind the other."""
        first, second = sorted((one, other), key=lambda span: span.start)
        return first.end == second.start and self.words[second.start].opens

    def part_beside(self, span: Span) -> str | None:
        """The unit that stands next to a span, over filling words."""
        for start, end, code in self.parts:
            lower, upper = (span.end, start) if start >= span.end else (end, span.start)
            clear = range(min(lower, upper), max(lower, upper))
            if all(self._is_known(at) and not self.in_span(at) for at in clear):
                return code
        return None

    def places_of(self, span: Span) -> str:
        """The plain words of a span and of the places beside it, on the side where a language names them."""
        step = -1 if self.language is Language.KK else 1
        first = last = span.start if step < 0 else span.end - 1
        while 0 <= last + step < len(self.words) and self._is_known(last + step) and not self.in_span(last + step):
            last += step
        return " ".join(word.plain for word in self.words[min(first, last) : max(first, last) + 1])

    def _stranger(self, at: int, step: int) -> int | None:
        """The next word in a direction that is neither known nor behind a sign, or a conjunction that joins nothing."""
        joins = None
        at += step
        while 0 <= at < len(self.words) and not self.words[at if step > 0 else at + 1].breaks:
            if not self._is_known(at):
                return at
            if self.in_span(at):
                return None
            if self._is_in("conjunctions", at):
                joins = at
            elif joins is not None and not self._is_in("own", at):
                if not self.is_covered(at) and not self._is_in("places", at):
                    return joins
                joins = None
            at += step
        return joins

    def is_head(self, at: int) -> bool:
        """Whether a word is a noun of bodies."""
        return self._is_in("heads", at) and not self._is_in("not_heads", at)

    def _is_in(self, table: str, at: int) -> bool:
        return is_listed(self.words[at], table, damaged=table == "places")

    def _is_known(self, at: int) -> bool:
        return (
            self.is_covered(at)
            or (not self.is_head(at) and (self._is_in("filler", at) or self._is_in("places", at)))
            or self._is_bare(at)
            or self.words[at].plain.isdigit()
        )

    def _is_bare(self, at: int) -> bool:
        return is_listed(self.words[at], "ministry", damaged=False)

    def in_span(self, at: int) -> bool:
        """Whether a word belongs to a name of a body."""
        return any(span.start <= at < span.end for span in self.spans)

    def any_covered(self, start: int, end: int) -> bool:
        """Whether one of the words from `start` to `end` (exclusive) is covered."""
        return any(map(self.is_covered, range(start, end)))

    def is_covered(self, at: int) -> bool:
        """Whether a word belongs to a name, a unit or a legal form."""
        return (
            self.in_span(at)
            or any(start <= at < end for start, end, _ in self.parts)
            or any(start <= at < end for start, end in self.legal_forms)
        )


def read_spans(text: str, language: Language) -> Reading:
    """What the words of a printed name are; names as they are before damaged and cut ones."""
    reading = Reading(read_words(text, language), language)
    _find_exact(reading)
    _find_beside(reading)
    if reading.loose_heads or reading.strange_spans:
        _find_damaged(reading)
        _find_cut(reading)
    reading.spans.sort(key=lambda span: span.start)
    return reading


def _find_exact(reading: Reading) -> None:
    at = 0
    while at < len(reading.words):
        span = _exact(reading, at)
        if span:
            reading.spans.append(span)
        at = span.end if span else at + 1


def _exact(reading: Reading, at: int) -> Span | None:
    codes, damaged = find_abbreviation(reading.words[at], reading.language)
    if codes:
        return Span(at, at + 1, codes, "damaged" if damaged else "abbreviation")
    best: list[Phrase] = []
    start = reading.words[at].key[:START_LETTERS]
    for phrase in phrases_by_start(reading.language).get(start, ()):
        if best and len(phrase.words) < len(best[0].words):
            break
        if len(phrase.words) == 1 and is_listed(reading.words[at], "not_heads", damaged=False):
            continue
        if starts_with(reading.words, at, phrase.words):
            best.append(phrase)
    return _span(at, best, best[0].how) if best else None


def _span(at: int, found: list[Phrase], how: MatchKind) -> Span:
    part = "territorial" if all(phrase.territorial for phrase in found) else None
    codes = tuple(dict.fromkeys(phrase.code for phrase in found))
    return Span(at, at + len(found[0].words), codes, how, part)


def _find_beside(reading: Reading) -> None:
    """Units and legal forms among the words that name no body."""
    for at in range(len(reading.words)):
        for code, words in part_lists(reading.language):
            if starts_with(reading.words, at, words, damaged=True) and not reading.any_covered(at, at + len(words)):
                reading.parts.append((at, at + len(words), code))
                break
        for words in word_lists("legal_forms", reading.language):
            if starts_with(reading.words, at, words, damaged=True) and not reading.any_covered(at, at + len(words)):
                reading.legal_forms.append((at, at + len(words)))
                break


def _free(reading: Reading, start: int, end: int) -> bool:
    return end <= len(reading.words) and not any(reading.in_span(at) for at in range(start, end))


def _find_damaged(reading: Reading) -> None:
    """Names of as many words, each a form or a damaged print; all that fit where several do."""
    found: dict[tuple[int, int], list[Phrase]] = {}
    for phrase in phrases(reading.language):
        size = len(phrase.words)
        for at in range(len(reading.words) - size + 1 if size > 1 else 0):
            if _free(reading, at, at + size) and starts_with(reading.words, at, phrase.words, damaged=True):
                found.setdefault((at, size), []).append(phrase)
    for (at, size), fitting in found.items():  # the longest stand first, what they leave is for the shorter ones
        if _free(reading, at, at + size):
            reading.spans.append(_span(at, fitting, "damaged"))


def _find_cut(reading: Reading) -> None:
    """Long names of which a print leaves words out, where only one name has those that are left."""
    strange = [span.end - 1 if reading.language is Language.KK else span.start for span in reading.strange_spans]
    for head in (*reading.loose_heads, *strange):
        inside = [span for span in reading.spans if span.start <= head < span.end]
        reading.spans = [span for span in reading.spans if span not in inside]
        found = set(_cuts(reading, head))
        longest = max((end - start for start, end, _ in found), default=0)
        best = [item for item in found if item[1] - item[0] == longest]
        if len({code for _, _, code in best}) == 1:
            start, end, code = best[0]
            reading.spans.append(Span(start, end, (code,), "partial"))
        else:
            reading.spans += inside


def _cuts(reading: Reading, head: int) -> Iterator[tuple[int, int, str]]:
    """Spans at a noun whose words all stand in a name, in its order, and are most of its words."""
    step = -1 if reading.language is Language.KK else 1
    for phrase in phrases(reading.language):
        names = phrase.words if step > 0 else phrase.words[::-1]
        first = next((n for n, word in enumerate(names) if same_form(reading.words[head], word)), None)
        if first is None:
            continue
        at, taken, place = head + step, 1, first + 1
        while 0 <= at < len(reading.words) and _free(reading, min(at, head), max(at, head) + 1):
            there = next((n for n in range(place, len(names)) if same_print(reading.words[at], names[n])), None)
            if there is None:
                break
            at, taken, place = at + step, taken + 1, there + 1
        if taken >= LEAST_WORDS and taken / len(names) >= LEAST_SHARE:
            yield (at + 1, head + 1, phrase.code) if step < 0 else (head, at, phrase.code)


@cache
def _adjective() -> tuple[str, ...]:
    return tuple(body_wording()["adjective"])
