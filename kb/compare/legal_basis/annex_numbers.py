"""One annex that a text cites by two numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kb.compare.legal_basis.basis_fault import BasisFault, BasisKind
from kb.compare.legal_basis.wording import words
from kb.extract.links import Link
from kb.model import Document, Language
from kb.text import Folded, fold, fold_kazakh

# The title of what stands in an annex is printed directly beside its number.
BESIDE = 25
_WORD = re.compile(r"\w+")


def find_two_numbers(document: Document, links: Sequence[Link]) -> Iterator[BasisFault]:
    """Citations of an annex under a title that the text cites under another number before; each number once."""
    folded = fold(document.text)
    plain = fold_kazakh(folded.text)
    titles = [(*found.span(), _key(_quoted(found))) for found in words("quoted").finditer(plain)]
    cited: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in links:
        annexes = [number for kind, number in link.path if kind == "annex"]
        title = _title_beside(document, folded, titles, link) if annexes and link.act is None else None
        if title and annexes[-1] not in cited[title] and link.clause:
            first = next(iter(cited[title].values()), None)
            cited[title][annexes[-1]] = link
            if first is not None:
                yield BasisFault(
                    kind=BasisKind.TWO_NUMBERS,
                    clause=link.clause,
                    start=link.start,
                    end=link.end,
                    path=link.path,
                    other=first.clause,
                )


def _title_beside(document: Document, folded: Folded, titles: Sequence[tuple[int, int, str]], link: Link) -> str | None:
    start, end = folded.place(link.start, link.end)
    for first, last, title in titles:
        behind = _beside(folded.text, end, first)
        if behind or (document.language is Language.RU and _beside(folded.text, last, start)):
            return title
    return None


def _beside(text: str, end: int, start: int) -> bool:
    """Whether what begins at `start` stands directly behind what ends at `end`, in the same line."""
    return 0 <= start - end <= BESIDE and not set(text[end:start]) & set("\n;")


def _quoted(found: re.Match[str]) -> str:
    return next(words for words in found.groupdict().values() if words)


def _key(title: str) -> str:
    return " ".join(_WORD.findall(title))
