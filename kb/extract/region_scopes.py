"""Regions that a text limits a value to, by the official names of kb.norms."""

import re
from functools import cache

from kb.extract.passage import Passage
from kb.extract.wording import compile_wording, wording
from kb.model import ScopeField
from kb.norms import regions
from kb.text import fold_plain

FILE = "overlay"
ENDING = 2  # letters that case endings change
LIST = 80  # «in the regions A, B and C»: the common word stands within 80 characters


def find_regions(passage: Passage, start: int, end: int) -> list[ScopeField]:
    """The regions named between two offsets in their order, each with its code and words."""
    found: dict[str, tuple[int, int]] = {}
    for code, whole, alone in _patterns():
        match = whole.search(passage.plain, start, end)
        if match is None and alone:
            match = next(
                (one for one in alone.finditer(passage.plain, start, end) if _in_list(passage, one, end)), None
            )
        if match:
            found[code] = match.span()
    return [
        ScopeField(code=code, text=passage.words(*passage.whole_words(*span)))
        for code, span in sorted(found.items(), key=lambda item: item[1])
    ]


def _in_list(passage: Passage, name: re.Match[str], end: int) -> bool:
    return bool(wording(FILE, "region_list").search(passage.plain, name.end(), min(end, name.end() + LIST)))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Code, the pattern of its whole names, and that of its names in a list where no other region shares them."""
    table = {region.code: [_words(name) for name in (region.name_kk, region.name_ru)] for region in regions()}
    proper = {
        code: {" ".join(word for word in words if not wording(FILE, "region_words").fullmatch(word)) for words in names}
        for code, names in table.items()
    }
    return tuple(
        (
            code,
            compile_wording([r"\b" + r"\s{1,2}".join(_stem(word) for word in words) for words in names]),
            None if _shared(code, proper) else compile_wording([r"\b" + _stem(name) for name in sorted(proper[code])]),
        )
        for code, names in table.items()
    )


def _shared(code: str, proper: dict[str, set[str]]) -> bool:
    return any(other != code and names & proper[code] for other, names in proper.items())


def _words(name: str) -> list[str]:
    return fold_plain(name).split()


def _stem(word: str) -> str:
    return re.escape(word[:-ENDING] if len(word) > ENDING + 2 else word) + r"\w{0,6}"
