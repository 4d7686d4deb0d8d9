"""The clause around quoted words, as people read it."""

import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol

from kb.model import Clause, Evidence
from kb.pipeline.errors import UnknownName
from kb.search import without_markup

KEPT_TEXTS = 8  # in memory at a time: findings of one service stand in few
LONGEST = 1_600  # characters of a clause that are shown; of a longer one what stands around the quote
BESIDE = 600  # characters on each side of the quote in a longer one
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")


class Texts(Protocol):
    """Where the texts are read (`kb.pipeline.Registry`)."""

    def text(self, digest: str) -> str:
        """The text of a body; raises UnknownName."""

    def clauses(self, digest: str) -> tuple[Clause, ...]:
        """Its clauses; raises UnknownName."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseText:
    """The words of a clause without markup; `quote` is the half-open place of the quoted words in them.

    `cut_before` and `cut_after` tell that more of the clause stands before or behind.
    """

    text: str
    quote: tuple[int, int]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def quoted(self) -> str:
        """The quoted words."""
        return self.text[slice(*self.quote)]


@dataclass(frozen=True, slots=True)
class _Held:
    text: str
    clauses: dict[str, Clause]


class ClauseTexts:
    """Reads clauses around evidence and keeps the last few texts."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._held: OrderedDict[str, _Held | None] = OrderedDict()

    def around(self, evidence: Evidence) -> ClauseText:
        """The clause of the evidence, its line where there is none; the quote alone where the base lost the text."""
        held = self._read(evidence.snapshot)
        if held is None or held.text[evidence.start : evidence.end] != evidence.quote:
            return _shown("", evidence.quote, "", evidence.document)
        start, end = _bounds(held, evidence)
        first, last = start, end
        if end - start > LONGEST:
            first = (
                _word_end(held.text, max(start, evidence.start - BESIDE)) if evidence.start - start > BESIDE else start
            )
            last = _word_begin(held.text, evidence.end + BESIDE) if end - evidence.end > BESIDE else end
        return _shown(
            held.text[first : evidence.start],
            evidence.quote,
            held.text[evidence.end : last],
            evidence.document,
            cut_before=first > start,
            cut_after=last < end,
        )

    def _read(self, digest: str) -> _Held | None:
        if digest not in self._held:
            try:
                text, clauses = self._texts.text(digest), self._texts.clauses(digest)
                self._held[digest] = _Held(text, {one.id: one for one in clauses})
            except UnknownName:
                self._held[digest] = None
        self._held.move_to_end(digest)
        while len(self._held) > KEPT_TEXTS:
            self._held.popitem(last=False)
        return self._held[digest]


def _bounds(held: _Held, evidence: Evidence) -> tuple[int, int]:
    clause = held.clauses.get(evidence.clause or "")
    if clause and clause.start <= evidence.start and evidence.end <= clause.end:
        return clause.start, clause.end
    end = held.text.find("\n", evidence.end)
    return held.text.rfind("\n", 0, evidence.start) + 1, end if end >= 0 else len(held.text)


def _word_end(text: str, place: int) -> int:
    """The beginning of the first whole word behind a place."""
    blank = re.compile(r"\s").search(text, place, place + 80)
    return blank.end() if blank else place


def _word_begin(text: str, place: int) -> int:
    """The end of the last whole word before a place."""
    blank = max(text.rfind(" ", place - 80, place), text.rfind("\n", place - 80, place))
    return blank if blank >= 0 else place


def _shown(
    before: str, quote: str, after: str, document: str, *, cut_before: bool = False, cut_after: bool = False
) -> ClauseText:
    """The three parts without markup and needless blanks; markup may reach over their borders, so it goes first."""
    whole = without_markup(before + quote + after, ((len(before), len(before) + len(quote)),), document=document)
    start, end = whole.highlights[0] if whole.highlights else (0, 0)
    left = _tidy(whole.text[:start]).lstrip()
    middle = _tidy(whole.text[start:end])
    right = _tidy(whole.text[end:]).rstrip()
    place = len(left)
    return ClauseText(
        text=left + middle + right,
        quote=(place, place + len(middle)),
        cut_before=cut_before,
        cut_after=cut_after,
    )


def _tidy(text: str) -> str:
    return _LINES.sub("\n", _BLANKS.sub(" ", text))
