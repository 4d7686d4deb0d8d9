"""The bodies that adopted an act, from the line that identifies it."""

import re
from dataclasses import dataclass
from functools import cache

from kb.read.data_file import load_data
from kb.read.days import Day


def find_issuers(text: str, stop: int, days: tuple[Day, ...]) -> tuple[tuple[int, int], ...]:
    """Spans of the names in a folded line: what stands between the kind of the act or the act before, and each day.

    A joint act has a name, a day and a number for each of its bodies.
    """
    wording = _wording()
    names: list[tuple[int, int]] = []
    start = 0
    for day in days:
        span = _name(wording, text, start, day.start)
        if span is None:
            break
        names.append(span)
        number = wording.number.search(text, day.end, stop)
        if number is None:
            break
        start = number.end()
    return tuple(names)


@dataclass(frozen=True, slots=True)
class _Wording:
    kind: re.Pattern[str]
    number: re.Pattern[str]
    quote: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _wording() -> _Wording:
    data = load_data("requisites.yaml")
    kinds = "|".join(pattern.removeprefix(r"\b") for _, pattern in data["types"])
    return _Wording(
        kind=re.compile(rf"\b(?:{kinds}|{data['further_kinds']})[^\W\d_]*"),
        number=re.compile(data["number"]),
        quote=re.compile(r'.*(?:[»"“”]|\bтуралы\b)'),
        before=re.compile(data["before_issuer"]),
        behind=re.compile(data["behind_issuer"]),
    )


def _name(wording: _Wording, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name in `text[start:end]`; None when no name stands there."""
    if tail := wording.behind.search(text[start:end]):
        end = start + tail.start()
    kind = wording.kind.search(text, start, end)
    if kind and text[kind.end() : end].strip(" -"):
        start = kind.end()
        if number := wording.number.match(text[start:end].lstrip()):
            start += len(text[start:end]) - len(text[start:end].lstrip()) + number.end()
    elif kind:
        end = kind.start()
    if quote := wording.quote.match(text, start, end):
        start = quote.end()
    if lead := wording.before.match(text[start:end]):
        start += lead.end()
    while end > start and text[end - 1] in " ,-":
        end -= 1
    return (start, end) if end - start > 2 else None
