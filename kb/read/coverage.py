"""Text of a document that no clause holds, with the reason."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kb.model import Document, Issue, Severity
from kb.read.words import words_of

_SOLID = re.compile(r"\S")
_LETTER = re.compile(r"\w")


class Reason(StrEnum):
    """Why a piece of text stands in no clause."""

    MARKUP = "markup"
    SIGNS = "signs"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered:
    """A piece `text[start:end]` outside all clauses: tags and anchors, signs without a letter, or words left out."""

    start: int
    end: int
    reason: Reason


def uncovered(document: Document) -> tuple[Uncovered, ...]:
    """All text outside clauses, in reading order; blank space between clauses is none."""
    pieces: list[Uncovered] = []
    position = 0
    spans = [(clause.start, clause.end) for clause in document.clauses]
    for start, end in [*sorted(spans), (len(document.text), len(document.text))]:
        if start > position and (piece := _piece(document.text, position, start)):
            pieces.append(piece)
        position = max(position, end)
    return tuple(pieces)


def coverage(document: Document) -> tuple[int, int]:
    """How many characters of words stand in clauses, and how many there are; blank space and markup do not count."""
    total = sum(1 for _ in _SOLID.finditer(document.text))
    out = dict.fromkeys(Reason, 0)
    for piece in uncovered(document):
        out[piece.reason] += sum(1 for _ in _SOLID.finditer(document.text, piece.start, piece.end))
    return total - sum(out.values()), total - out[Reason.MARKUP]


def coverage_issues(document: Document) -> tuple[Issue, ...]:
    """An error for each piece of words that is in no clause: nothing is lost in silence."""
    return tuple(
        Issue(
            code="uncovered_block",
            severity=Severity.ERROR,
            document=document.snapshot.document,
            message=f"line {document.line_of(piece.start)}: {piece.end - piece.start} characters are in no clause; "
            "no statement can be read from them",
            line=document.line_of(piece.start),
        )
        for piece in uncovered(document)
        if piece.reason is Reason.LEFT_OUT
    )


def _piece(text: str, start: int, end: int) -> Uncovered | None:
    raw = text[start:end]
    if not raw.strip():
        return None
    first = start + len(raw) - len(raw.lstrip())
    return Uncovered(start=first, end=start + len(raw.rstrip()), reason=_reason(words_of(raw)))


def _reason(words: str) -> Reason:
    if not words:
        return Reason.MARKUP
    return Reason.LEFT_OUT if _LETTER.search(words) else Reason.SIGNS
