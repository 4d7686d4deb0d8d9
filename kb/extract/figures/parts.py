"""A paragraph of a report in parts of sentences, without what it quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.extract.passage import Passage, cut_passage
from kb.extract.wording import wording
from kb.model import Document, Evidence, SourceKind
from kb.model.act import Clause

# What people say, with short quotes inside; «өте жақсы» and names are shorter.
LONG_QUOTE = re.compile(r"«(?:[^«»]|«[^«»]{1,40}»){24,1500}»|[“\"][^“”\"]{24,1500}[”\"]")
SENTENCE_END = re.compile(r"\.\s|\n")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence, `plain[start:end]` of its paragraph; `opens` tells that a sentence begins with it."""

    start: int
    end: int
    plain: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its parts; long quotations are blanks, the rest is in its place."""

    passage: Passage
    plain: str
    parts: tuple[Part, ...]

    def cite(self, start: int, end: int) -> Evidence:
        """The whole words of a span."""
        return self.passage.cite(*self.passage.whole_words(start, end))


def read_paragraph(document: Document, clause: Clause, service: str) -> Paragraph:
    """The paragraph of a clause."""
    passage = cut_passage(
        document, clause.start, clause.end, service=service, source_kind=SourceKind.SURVEY, clause=clause.id
    )
    plain = LONG_QUOTE.sub(lambda quote: " " * len(quote.group()), passage.plain)
    return Paragraph(passage, plain, tuple(_parts(plain)))


def _parts(plain: str) -> Iterator[Part]:
    start, opens = 0, True
    for border in wording("figures", "part").finditer(plain):
        if plain[start : border.start()].strip():
            yield Part(start, border.start(), plain[start : border.start()], opens)
            opens = False
        start = border.end()
        opens = opens or bool(SENTENCE_END.match(border.group()))
    if plain[start:].strip():
        yield Part(start, len(plain), plain[start:], opens)
