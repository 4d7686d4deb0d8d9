"""Lists of services in the general part of a report, below a paragraph that tells what they have in common."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kb.extract.figures.service_names import ServiceNames
from kb.extract.figures.words import to_number
from kb.extract.wording import coded_wording, wording
from kb.model import Document, Remark, RemarkKind, SourceKind
from kb.model.act import Clause, ClauseKind
from kb.text import fold_kazakh, fold_scripts

CLAIMS = "figures_claims"
ITEM_MARKS = ("-", "•", "✓")
LONGEST = 1500  # characters of a paragraph that opens a list
LOWEST = Decimal(0)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the services of a list have in common: a share of `subject` from `low` to `high` per cent (None = open)."""

    subject: str
    low: Decimal
    high: Decimal | None


def read_lists(document: Document, clauses: Sequence[Clause], names: ServiceNames) -> Iterator[Remark]:
    """A claim `listed` from `value` to `other` per cent (None = open) for each service of such a list."""
    limits: Limits | None = None
    for clause in clauses:
        text = document.text[clause.start : clause.end]
        if clause.kind is ClauseKind.TABLE or clause.kind is ClauseKind.HEADING:
            limits = None
        elif not text.lstrip().startswith(ITEM_MARKS):
            limits = _limits(text) if len(text) < LONGEST else None
        elif limits:
            key = names.find(text.strip(" -•✓;.\n"))
            if key:
                yield Remark(
                    service=key,
                    kind=RemarkKind.CLAIM,
                    source_kind=SourceKind.SURVEY,
                    evidence=document.cite(clause.start, clause.end, clause.id),
                    subject=limits.subject,
                    measure="share",
                    value=limits.low,
                    relation="listed",
                    other=None if limits.high is None else str(limits.high),
                )


def _limits(text: str) -> Limits | None:
    if not text.rstrip().endswith(":"):
        return None
    plain = fold_kazakh(fold_scripts(text).text)
    between, above, below = (
        wording(CLAIMS, key).search(plain) for key in ("listed_between", "listed_above", "listed_below")
    )
    found = between or above or below
    if found is None:
        return None
    low, high = LOWEST, None
    if between:
        low, high = sorted((to_number(between["one"]), to_number(between["other"])))
    elif above:
        low = to_number(above["low"])
    elif below:
        high = to_number(below["high"])
    # What the limits are of is told before them; who is satisfied, around them.
    for opening in (plain[: found.start()], plain[found.end() :]):
        for subject, pattern in coded_wording(CLAIMS, "listed_event"):
            if pattern.search(opening):
                return Limits(subject, low, high)
    return None
