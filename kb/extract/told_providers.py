"""The bodies that a report names as providers around its survey, and in a list of the places of a service."""

import re
from collections.abc import Iterable, Iterator

from kb.extract.passage import Passage
from kb.extract.wording import wording
from kb.model import Remark, RemarkKind

FILE = "told_provider"
PROVIDER = "provider"
ITEM = re.compile(r"[-*•]?\s{0,3}\d{1,2}\)\s{0,3}")


def extract_told_providers(passages: Iterable[Passage]) -> Iterator[Remark]:
    """The bodies that the text around the survey says to give the service."""
    for passage in passages:
        for match in wording(FILE, "provider").finditer(passage.plain):
            yield _provider(passage, *match.span(match.lastindex or 0))


def extract_places(passages: Iterable[Passage]) -> list[Remark]:
    """The bodies in a list of the places that provide the service."""
    found: list[Remark] = []
    inside = False
    for passage in passages:
        words = passage.plain.strip()
        item = ITEM.match(words)
        if inside and item:
            start = passage.plain.find(words) + item.end()
            found.append(_provider(passage, start, len(passage.plain.rstrip(" \n;.,"))))
        inside = bool(wording(FILE, "places").search(words)) or (inside and bool(item))
    return found


def _provider(passage: Passage, start: int, end: int) -> Remark:
    start, end = passage.whole_words(start, end)
    return Remark(
        service=passage.service,
        kind=RemarkKind.CLAIM,
        source_kind=passage.source_kind,
        evidence=passage.cite(start, end),
        subject=PROVIDER,
        group=passage.words(start, end),
    )
