"""Whose clauses a reference names: this act, its rules, its list, a clause around it, or another act."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kb.extract.clause_units import FILE, kind_of, unit_kinds
from kb.extract.passage import Passage
from kb.extract.references import Reference
from kb.extract.wording import coded_wording, compile_wording, load_wording, wording
from kb.model import ActReference, Language
from kb.model.act import ActType

_NAME_REACH = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What owns a clause, `plain[start:end]`: another `act`, a `whole` of this one, or a `unit` that stands around."""

    start: int
    end: int
    act: ActReference | None = None
    whole: str | None = None
    unit: str | None = None


def find_owners(passage: Passage, references: Sequence[Reference]) -> list[Owner]:
    """All of them in a text; numbered acts are the `references` found in it."""
    these = list(_these(passage))
    taken = {one.end for one in these}
    return [*these, *(one for one in _acts(passage, references) if one.end not in taken)]


def _these(passage: Passage) -> Iterator[Owner]:
    for found in _this_pattern(passage.language).finditer(passage.plain):
        if found["unit"]:
            yield Owner(start=found.start(), end=found.end(), unit=kind_of(found["unit"], passage.language))
        else:
            whole = next(code for code, pattern in coded_wording(FILE, "wholes") if pattern.fullmatch(found["whole"]))
            yield Owner(start=found.start(), end=found.end(), whole=whole)


@cache
def _this_pattern(language: Language) -> re.Pattern[str]:
    this = load_wording(FILE)["this"]["kk" if language is Language.KK else "ru"]
    units = "|".join(pattern.pattern for _, pattern in unit_kinds(language))
    return compile_wording(
        [
            rf"{this}\s{{1,2}}(?:(?P<unit>{units})(?!\w)|(?:[^\W\d]{{3,20}}\s{{1,2}}){{0,5}}?(?P<whole>{_whole_words()})(?!\w))"
        ]
    )


def _whole_words() -> str:
    return "|".join(pattern.pattern for _, pattern in coded_wording(FILE, "wholes"))


@cache
def _act_word() -> re.Pattern[str]:
    named = "|".join(load_wording(FILE)["named"])
    return compile_wording([rf"\b(?:(?P<named>{named})\s{{1,2}})?(?P<word>{_whole_words()})(?!\w)"])


def _acts(passage: Passage, references: Sequence[Reference]) -> Iterator[Owner]:
    """Words for acts with what names them: a number, a title in quotation marks, an adjective before «кодекс»."""
    plain = passage.plain
    references = sorted(references, key=lambda one: one.end)
    ends = [one.end for one in references]
    for found in _act_word().finditer(plain):
        kind = _type(found["word"])
        if kind is None:
            continue
        place = bisect_left(ends, found.end("word"))
        numbered = references[place] if place < len(references) else None
        if numbered and numbered.start - 2 < found.end("word") <= numbered.end:
            yield Owner(
                start=min(found.start(), numbered.start), end=max(found.end(), numbered.end), act=numbered.value
            )
            continue
        title, start, end = _title(passage, found)
        yield Owner(start=start, end=end, act=ActReference(type=kind, title=title))


def _title(passage: Passage, found: re.Match[str]) -> tuple[str | None, int, int]:
    """The title in words and the span of the name with it."""
    plain, start, end = passage.plain, found.start(), found.end("word")
    if passage.language is Language.KK:
        if not found["named"]:
            quoted = _last(wording(FILE, "title_before"), plain, start)
            if quoted:
                begin = max(0, start - _NAME_REACH)
                title = passage.words(begin + quoted.start("title"), begin + quoted.end("title"))
                return title, begin + quoted.start(), end
        before = _last(wording(FILE, "state_before"), plain, start)
        start -= len(before[0]) if before else 0
        return (passage.words(*found.span()) if found["named"] else None), start, end
    state = wording(FILE, "state").match(plain, end)
    end = state.end() if state else end
    quoted = wording(FILE, "title_behind").match(plain, end, end + _NAME_REACH)
    if quoted and not found["named"]:
        return passage.words(*quoted.span("title")), start, quoted.end()
    return (passage.words(*found.span()) if found["named"] else None), start, end


def _last(pattern: re.Pattern[str], plain: str, end: int) -> re.Match[str] | None:
    """The match that ends where the name begins."""
    return pattern.search(plain[max(0, end - _NAME_REACH) : end])


@cache
def _type(word: str) -> ActType | None:
    return next((ActType(kind) for kind, pattern in _types() if pattern.match(word)), None)


@cache
def _types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, compile_wording([stem])) for stem, kind in load_wording(FILE)["types"].items())
