"""How many lines words take in a column of the leaflet, before it is printed."""

from collections.abc import Sequence
from dataclasses import replace

from kb.web.plain_line import PlainLine
from kb.web.source_link import shorten
from kb.web.value_words import Shown

# A column is 90 mm wide. In DejaVu Sans, the widest letters of the style sheet, so many letters stand on a line of it:
# values in bold, notes, conditions and clauses in small type, the name. Lines end early where a long word begins.
_BOLD, _PLAIN, _SMALL, _TITLE = 43, 46, 58, 31
# 273 mm of paper less the QR code, eight headings and the day leave so many lines of 8.5 points; two
# are kept back. Of 78 services of real acts and of the report of 2017 the fullest column came to 264 mm of the 273;
# tests/web/test_leaflet.py prints every service of the samples.
COLUMN_LINES = 47
SAMPLE_LINES = 3  # the line that tells samples from real services, and its badge beside the name
_TAG = 15  # letters that tell the language of what is quoted in another


def short_line(line: PlainLine) -> PlainLine:
    """The line with long texts cut."""
    return replace(
        line,
        shown=replace(line.shown, text=shorten(line.shown.text)),
        conditions=tuple(replace(one, text=shorten(one.text)) for one in line.conditions),
    )


def printed_lines(line: PlainLine) -> int:
    """The lines of a value."""
    short = short_line(line)
    strong = len(short.shown.text) + (len(line.tenge.amount or "") + 3 if line.tenge else 0)
    basis = [line.tenge.basis] if line.tenge else []
    return _whole(strong / _BOLD + _small((*line.notes, *basis, line.link.place), (short.shown, *short.conditions)))


def paper_lines(line: PlainLine) -> int:
    """The lines of a document, whose conditions stand above."""
    short = short_line(line)
    return _whole(len(short.shown.text) / _PLAIN + _small((*line.notes, line.link.place), (short.shown,)))


def note_lines(words: str) -> int:
    """The lines of a sentence."""
    return _whole(len(words) / _PLAIN)


def title_lines(words: str) -> float:
    """The height of the name in lines of the text."""
    return _whole(len(words) / _TITLE) * 1.25


def _small(words: Sequence[str], told: Sequence[Shown]) -> float:
    """Lines of small type: the words, conditions, and the language of what is quoted in another."""
    letters = sum(len(one) + 2 for one in (*words, *(one.text for one in told[1:])))
    return (letters + _TAG * sum(one.language is not None for one in told)) / _SMALL


def _whole(lines: float) -> int:
    return -int(-lines // 1)
