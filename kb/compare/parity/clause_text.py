"""The own words of a clause as they are read for parity."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kb.compare.parity.wording import words
from kb.extract.passage import MARKUP
from kb.model import Clause, Document, Language
from kb.text import Folded, fold_kazakh, fold_scripts

# The number that a clause begins with.
LABEL = re.compile(r"^\W{0,20}\d{1,4}(?:-\d{1,3})?\\?[).]")
FORM = re.compile(r"_{3}|^\s*>|\[[^\]\n]{1,80}\]\([^)\n]{1,80}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseText:
    """A clause without the clauses that it holds; `origin` is where its text begins in the document.

    `folding.text` is its folded text, `plain` the same with Kazakh letters folded, of the same length.
    """

    clause: str
    language: Language
    origin: int
    folding: Folded
    plain: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `plain[start:end]` stands in the document."""
        first, last = self.folding.span(start, end)
        return self.origin + first, self.origin + last

    @property
    def above(self) -> str:
        """The id of what holds it, empty for the text itself."""
        return self.clause.rpartition("/")[0]

    @property
    def is_form(self) -> bool:
        """Whether it is a line of a form with blanks to be filled in, cut as its lines come."""
        return bool(FORM.search(self.plain) or words("form", self.language).search(self.plain))

    def whole(self) -> tuple[int, int]:
        """Where its own words stand in the document, from the first to the last of them."""
        start = len(self.plain) - len(self.plain.lstrip())
        end = len(self.plain.rstrip())
        return self.span(start, end) if start < end else (self.origin, self.origin)


def read_words(words: str, language: Language, *, clause: str = "", origin: int = 0) -> ClauseText:
    """The words of a clause, with tags of tables read as blanks."""
    folding = fold_scripts(MARKUP.sub(lambda tag: "\n" + " " * (len(tag[0]) - 1), words))
    return ClauseText(clause=clause, language=language, origin=origin, folding=folding, plain=fold_kazakh(folding.text))


def clause_texts(document: Document) -> dict[str, ClauseText]:
    """All clauses of a text by id, in reading order."""
    held: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        held[clause.parent].append(clause)
    return {clause.id: _own_text(document, clause, held.get(clause.id, ())) for clause in document.clauses}


def _own_text(document: Document, clause: Clause, held: Iterable[Clause]) -> ClauseText:
    pieces, start = [], clause.start
    for inner in held:
        first, last = max(start, inner.start), min(max(start, inner.end), clause.end)
        pieces += [document.text[start:first], "\n" * (last - first)]
        start = last
    pieces.append(document.text[start : clause.end])
    return read_words("".join(pieces), document.language, clause=clause.id, origin=clause.start)
