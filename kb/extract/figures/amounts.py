"""Amounts told in words («the half», «every third», «almost all») of those who are satisfied or met something."""

from collections.abc import Iterator
from decimal import Decimal

from kb.extract.figures.claim_part import OVERALL, ClaimPart
from kb.extract.figures.parts import Paragraph, Part
from kb.extract.figures.words import find_channels, find_terms, matches
from kb.extract.wording import coded_wording, load_wording, wording
from kb.model import Remark

FILE = "figures_claims"
DISSATISFIED = "dissatisfied"
OWN_WORDS = ("everyone", "more_than_half", "less_than_half")


def read_amounts(paragraph: Paragraph) -> Iterator[Remark]:
    """Claims `amount`, `everyone`, `more_than_half` or `less_than_half`, from `value` to `other` per cent of those
    asked, of the group `dissatisfied` where the words tell who is not satisfied."""
    for number, part in enumerate(paragraph.parts):
        code = next((code for code, pattern in coded_wording(FILE, "amount_words") if pattern.search(part.plain)), None)
        if code is None or _has("other_ranking", part.plain) or matches("some_people", part.plain):
            continue
        subject = _subject(part)
        if subject:
            low, high = load_wording(FILE)["amount_bounds"][code]
            named = {one.code for one in find_channels(part.plain)}
            yield ClaimPart(paragraph, number).claim(
                code if code in OWN_WORDS else "amount", subject, value=Decimal(low), other=str(high),
                group=DISSATISFIED if _has(DISSATISFIED, part.plain) else None,
                channel=named.pop() if len(named) == 1 else None,
            )  # fmt: skip


def _subject(part: Part) -> str | None:
    """What those people are satisfied with or met, None where the words tell neither."""
    events = {one.code for one in find_terms(part.plain, "events")}
    if events:
        return events.pop() if len(events) == 1 and not _has("none", part.plain) else None
    rated = any(_has(key, part.plain) for key in ("satisfied", DISSATISFIED, "called"))
    if not rated or (matches("not_top_mark", part.plain) and not _has(DISSATISFIED, part.plain)):
        return None
    components = {one.code for one in find_terms(part.plain, "components")}
    if components:
        return components.pop() if len(components) == 1 else None
    return OVERALL if _has("service_itself", part.plain) else None


def _has(key: str, text: str) -> bool:
    return bool(wording(FILE, key).search(text))
