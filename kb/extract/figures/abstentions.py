"""How many did without acquaintances, rewards or complaints, and how many gave no answer beside them."""

from collections.abc import Iterator
from decimal import Decimal

from kb.extract.figures.parts import Paragraph, Part
from kb.extract.figures.words import find_figures, find_terms, matches, tells_events
from kb.extract.wording import wording
from kb.model import Remark, RemarkKind, SourceKind

WITHOUT = "without"
CLAIMS = "figures_claims"


def read_abstentions(paragraph: Paragraph) -> Iterator[Remark]:
    """For each thing of a part the share of those who did without it and those who gave no answer together, as
    figures of the measure `without` in per cent; nothing where a part tells no share of those who did without."""
    if not tells_events(paragraph.plain):
        return
    for part in paragraph.parts:
        total = _untouched(part)
        if total is None:
            continue
        codes = {one.code for one in find_terms(part.plain, "events") if "_" not in one.code}
        for code in sorted(codes):
            yield Remark(
                service=paragraph.passage.service,
                kind=RemarkKind.FIGURE,
                source_kind=SourceKind.SURVEY,
                evidence=paragraph.cite(part.start, part.end),
                subject=code,
                measure=WITHOUT,
                value=total,
            )


def _untouched(part: Part) -> Decimal | None:
    """The shares that tell «did not» and «gave no answer», None where none tells the first."""
    shares = [one for one in find_figures(part.plain) if one.measure == "share"]
    without = silent = Decimal(0)
    for number, one in enumerate(shares):
        behind = part.plain[one.end : shares[number + 1].start if number + 1 < len(shares) else len(part.plain)]
        if matches("no_answer", behind):
            silent += one.value
        elif wording(CLAIMS, "none").search(behind) and not matches("not_top_mark", behind):
            without += one.value
    return without + silent if without else None
