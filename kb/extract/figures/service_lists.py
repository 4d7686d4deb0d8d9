"""Lists of services in the general part of a report, below a paragraph that tells what they have in common."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kb.extract.figures.service_names import ServiceNames
from kb.extract.figures.words import find_channels, to_number
from kb.extract.wording import coded_wording, wording
from kb.model import Document, Remark, RemarkKind, SourceKind, SurveyChannel
from kb.model.act import Clause, ClauseKind
from kb.text import fold_kazakh, fold_scripts

CLAIMS = "figures_claims"
ITEM_MARKS = ("-", "•", "✓")
LONGEST = 1500  # characters of a paragraph that opens a list
LOWEST = Decimal(0)
OVERALL = "overall"
BASES = re.compile(r"\(\s*(?:[NnНн]\s*=\s*)?\d{1,4}\s*/[^()]{1,40}\)")  # numbers of people behind a name


@dataclass(frozen=True, slots=True)
class Limits:
    """What the services of a list have in common: a share of `subject` from `low` to `high` per cent (None = open)."""

    subject: str
    low: Decimal
    high: Decimal | None


def read_lists(document: Document, clauses: Sequence[Clause], names: ServiceNames) -> Iterator[Remark]:
    """A claim `listed` from `value` to `other` per cent (None = open) for each service of such a list, whether the
    limits stand above the list or in the paragraph below it; a claim `higher` where the list names the services
    that one place of service gives better."""
    opening: str | None = None
    items: list[Clause] = []
    for clause in clauses:
        text = document.text[clause.start : clause.end]
        if text.lstrip().startswith(ITEM_MARKS):
            items.append(clause)
            continue
        yield from _read_list(document, opening, items, text, names)
        told = clause.kind not in (ClauseKind.TABLE, ClauseKind.HEADING)
        opening, items = (_plain(text) if told and len(text) < LONGEST else None), []
    yield from _read_list(document, opening, items, "", names)


def _read_list(
    document: Document, opening: str | None, items: Sequence[Clause], behind: str, names: ServiceNames
) -> Iterator[Remark]:
    if not items:
        return
    limits = _limits(opening, must_open=True) if opening else None
    plain = _plain(behind[:LONGEST])
    if limits is None and wording(CLAIMS, "listed_behind").search(plain):
        limits = _limits(plain, must_open=False)
    better = _better(opening) if opening and limits is None else None
    for item in items if limits or better else ():
        key = names.find(BASES.sub("", document.text[item.start : item.end]).strip(" -•✓;.\n"))
        evidence = document.cite(item.start, item.end, item.id)
        if key and limits:
            yield Remark(
                service=key,
                kind=RemarkKind.CLAIM,
                source_kind=SourceKind.SURVEY,
                evidence=evidence,
                subject=limits.subject,
                measure="share",
                value=limits.low,
                relation="listed",
                other=None if limits.high is None else str(limits.high),
            )
        elif key:
            yield Remark(
                service=key,
                kind=RemarkKind.CLAIM,
                source_kind=SourceKind.SURVEY,
                evidence=evidence,
                subject=OVERALL,
                channel=better,
                group="channel",
                relation="higher",
            )


def _better(opening: str) -> SurveyChannel | None:
    """The one place of service where satisfaction with the services below is said to be higher."""
    sentence = opening[opening.rstrip(": ").rfind(". ") + 1 :].rstrip()
    if not sentence.endswith(":") or not wording(CLAIMS, "satisfaction_higher").search(sentence):
        return None
    named = {one.code for one in find_channels(sentence)}
    return SurveyChannel(named.pop()) if len(named) == 1 else None


def _plain(text: str) -> str:
    return fold_kazakh(fold_scripts(text).text)


def _limits(plain: str, *, must_open: bool) -> Limits | None:
    if must_open and not plain.rstrip().endswith(":"):
        return None
    between, above, below = (
        wording(CLAIMS, key).search(plain) for key in ("listed_between", "listed_above", "listed_below")
    )
    found = between or above or below
    if found is None:
        return None
    low, high = LOWEST, None
    if between:
        one, other = (to_number(text) for text in between.groups() if text)
        low, high = sorted((one, other))
    elif above:
        low = to_number(next(text for text in above.groups() if text))
    elif below:
        high = to_number(next(text for text in below.groups() if text))
    # What the limits are of is told before them; who is satisfied, around them.
    for opening in (plain[: found.start()], plain[found.end() :]):
        for subject, pattern in coded_wording(CLAIMS, "listed_event"):
            if pattern.search(opening):
                return Limits(subject, low, high)
    return None
