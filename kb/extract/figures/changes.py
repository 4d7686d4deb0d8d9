"""Changes from one figure to another: «rose from 70 to 75 per cent»."""

from collections.abc import Iterator

from kb.extract.figures.claim_part import OVERALL, ClaimPart
from kb.extract.figures.comparisons import direction
from kb.extract.figures.parts import Paragraph
from kb.extract.figures.words import find_terms, to_number
from kb.extract.wording import wording
from kb.model import Remark

FILE = "figures_claims"


def read_changes(paragraph: Paragraph) -> Iterator[Remark]:
    """Claims `change` from `other` to `value`, of the group `higher` or `lower`: the way that the words tell."""
    for number, part in enumerate(paragraph.parts):
        found = wording(FILE, "change").search(part.plain)
        if found is None:
            continue
        told = {name.removesuffix("2"): text for name, text in found.groupdict().items() if text}
        way = "higher" if wording(FILE, "rose").search(told["way"]) else direction(told["way"]) or "lower"
        named = [one.code for one in find_terms(part.plain[: found.start()], "components")]
        yield ClaimPart(paragraph, number).claim(
            "change", named[-1] if named else OVERALL, group=way, value=to_number(told["to"]),
            other=str(to_number(told["former"])),
        )  # fmt: skip
