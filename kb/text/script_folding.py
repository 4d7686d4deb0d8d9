"""Folding of texts in any script: Kazakh and Russian in Latin or Arabic letters are folded as their Cyrillic twins."""

import re
from itertools import takewhile

from kb.text.folding import Folded, fold
from kb.text.scripts import to_cyrillic

_CYRILLIC = re.compile("[\u0400-\u052f]")
_TOKEN = re.compile(r"\S+")

Edit = tuple[int, int, int, int]


def fold_scripts(text: str) -> Folded:
    """`fold(text)`; a text without a Cyrillic letter that is Kazakh or Russian in other letters is read into Cyrillic
    before, word by word, so that spans lead back to the printed words."""
    folded = fold(text)
    if _CYRILLIC.search(folded.text):
        return folded
    twin = fold(to_cyrillic(folded.text)).text
    pairs = list(zip(_TOKEN.finditer(folded.text), _TOKEN.finditer(twin), strict=False))
    if twin == folded.text or len(pairs) != len(_TOKEN.findall(folded.text)) or len(pairs) != len(_TOKEN.findall(twin)):
        return folded
    words = [_narrow(printed, read) for printed, read in pairs if printed[0] != read[0]]
    return Folded(twin, folded.length, _join(folded, words))


def _narrow(printed: re.Match[str], read: re.Match[str]) -> Edit:
    """Where the two words differ, without the signs that both begin or end with."""
    lead = _shared(printed[0], read[0])
    tail = _shared(printed[0][:lead:-1], read[0][:lead:-1])
    return read.start() + lead, read.end() - tail, printed.start() + lead, printed.end() - tail


def _shared(one: str, other: str) -> int:
    signs = takewhile(lambda pair: pair[0] == pair[1] and not pair[0].isalpha(), zip(one, other, strict=False))
    return sum(1 for _ in signs)


def _join(folded: Folded, words: list[Edit]) -> tuple[Edit, ...]:
    """The edits from the twin to the original: those of the words, and between them those of the folding."""
    inner = list(folded.edits)
    edits: list[Edit] = []
    shift = 0
    for start, end, first, last in [*words, (-1, -1, len(folded.text), len(folded.text))]:
        while inner and inner[0][1] <= first:
            begin, stop, original_start, original_end = inner.pop(0)
            edits.append((begin + shift, stop + shift, original_start, original_end))
        if start < 0:
            break
        while inner and inner[0][0] < last:
            inner.pop(0)
        edits.append((start, end, *folded.span(first, last)))
        shift = end - last
    return tuple(edits)
