"""Lists of bodies with their means, as news print the results of a survey."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kb.model import Document, Evidence
from kb.model.monitoring import Recomputed
from kb.monitoring.report.names import Names, report_pattern
from kb.monitoring.report.rules.possible import check_pair
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span
from kb.text import fold_plain

LEAST_LISTED = 3
NAME_BEFORE = 160  # characters in which the name of a figure stands
NAME_WORDS = 12
LISTED_WORD = re.compile(r"\S+")
LIST_YEAR = re.compile(r"\b(20[1-9]\d)\s+(?:жыл|год)\w{0,4}\)?\s*:")
LISTED_END = re.compile(r"\s{0,9}[-–—]\s*[1-5][.,]\d{1,2}\W{0,3}$")
LISTED_BREAK = re.compile(r"[.;:]\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBody:
    """A line of a list: its printed place, the body (None for a name not known) and its mean."""

    place: int
    name: str
    code: str | None
    mean: Decimal
    evidence: Evidence


def recompute_list(document: Document) -> list[Recomputed]:
    """The places of a numbered list of bodies by its means (equal means share a place), means told in the text by the
    list and by the share beside them; nothing where the document has no such list."""
    year = document.year or _year(document)
    names = Names((), document.language, date(year, 1, 1)) if year else None
    listed = list(_read_list(document, names))
    if len(listed) < LEAST_LISTED:
        return []
    found = [*_check_places(listed), *_check_text(document, listed, names)]
    return sorted(found, key=lambda one: (one.evidence.start, one.rule))


def _year(document: Document) -> int | None:
    """The one year that a list of results names («2020 жыл»)."""
    years = {int(found[1]) for line in document.text.splitlines() if (found := LIST_YEAR.search(line))}
    return years.pop() if len(years) == 1 else None


def _read_list(document: Document, names: Names | None) -> Iterator[ListedBody]:
    """Lines in the form «1. name – 4,87»; a name may go on in the next line."""
    opening: tuple[re.Match[str], int] | None = None
    start = 0
    for line in document.text.splitlines(keepends=True):
        words = line.strip()
        begin = start + len(line) - len(line.lstrip())
        whole = report_pattern("ranked_line").fullmatch(fold_plain(words)) if words else None
        closing = report_pattern("ranked_closing").fullmatch(fold_plain(words)) if words and opening else None
        if whole:
            yield _listed(document, names, (int(whole["place"]), whole["mean"]), (begin, begin + len(words)))
        elif closing and opening:
            head, first = opening
            yield _listed(document, names, (int(head["place"]), closing["mean"]), (first, begin + len(words)))
        opening = None
        if words and not whole:
            head_line = report_pattern("ranked_opening").fullmatch(fold_plain(words))
            opening = (head_line, begin) if head_line else None
        start += len(line)


def _listed(document: Document, names: Names | None, told: tuple[int, str], span: tuple[int, int]) -> ListedBody:
    place, mean = told
    evidence = document.cite(*span)
    printed = " ".join(evidence.quote.split()).partition(".")[2].strip()
    name = LISTED_END.sub("", printed)
    subject = names.subject(name) if names else None
    code = subject.code if subject and subject.kind == "body" else None
    return ListedBody(place=place, name=name, code=code, mean=Decimal(mean.replace(",", ".")), evidence=evidence)


def _check_places(listed: Sequence[ListedBody]) -> Iterator[Recomputed]:
    """A printed place must be one that the mean allows: bodies of the same mean share their places."""
    for one in listed:
        better = [other for other in listed if other.mean > one.mean]
        same = [other for other in listed if other.mean == one.mean]
        span = Span(Fraction(len(better) + 1), Fraction(len(better) + len(same)))
        told = Told(subject=f"{one.code}: {one.name}", value=Decimal(one.place), evidence=one.evidence)
        ground = [other.evidence for other in (*better, *same) if other is not one]
        yield settle(told, Settled(rule="place", span=span, ground=ground, reason="order_is_not_that_of_means"))


def _check_text(document: Document, listed: Sequence[ListedBody], names: Names | None) -> Iterator[Recomputed]:
    """«ministry (4,86 or 88,7 per cent)»: the mean by the share, and by the list where the body stands in it."""
    by_code = {one.code: one for one in listed if one.code}
    start = 0
    for line in document.text.splitlines(keepends=True):
        folded = fold_plain(line)
        same = len(folded) == len(line)
        for found in report_pattern("told_pair").finditer(folded) if same else ():
            mean_at, share_at = ((start + found.start(name), start + found.end(name)) for name in ("mean", "share"))
            mean = Told(subject="mean", value=_number(found["mean"]), evidence=document.cite(*mean_at))
            share = Told(subject="share", value=_number(found["share"]), evidence=document.cite(*share_at))
            yield check_pair(mean, share)
            body = _named_before(line[: found.start()], names)
            own = by_code.get(body) if body else None
            if own:
                told = replace(mean, subject=f"{own.code}: {own.name}")
                span = Span.exactly(Fraction(own.mean))
                yield settle(
                    told, Settled(rule="mean_in_list", span=span, ground=[own.evidence], reason="list_says_otherwise")
                )
        start += len(line)


def _named_before(text: str, names: Names | None) -> str | None:
    """The body whose name ends right before a figure: the longest run of words that names one."""
    if names is None:
        return None
    tail = LISTED_BREAK.split(text[-NAME_BEFORE:])[-1].rstrip(" ,(–—-")
    tail = tail.rpartition(")")[2]
    words = [found.start() for found in LISTED_WORD.finditer(tail)][-NAME_WORDS:]
    for begin in words:
        subject = names.subject(tail[begin:].strip(" ,"))
        if subject.kind == "body":
            return subject.code
    return None


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
