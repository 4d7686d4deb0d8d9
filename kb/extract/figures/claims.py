"""What running text claims about figures: who is higher, who all and the most are, that nothing happened."""

import re
from collections.abc import Iterator

from kb.extract.figures.claim_part import OVERALL, ClaimPart, has
from kb.extract.figures.comparisons import REACH
from kb.extract.figures.distances import read_distances, read_limits
from kb.extract.figures.extremes import STAFF, read_extremes
from kb.extract.figures.orders import read_orders
from kb.extract.figures.parts import Paragraph
from kb.extract.figures.words import cues, find_channels, find_figures, find_terms, tells_events
from kb.extract.wording import wording
from kb.model import Remark

FILE = "figures_claims"
QUOTED = re.compile(r"«[^«»]{0,200}»")


def read_claims(paragraph: Paragraph) -> Iterator[Remark]:
    """The claims of a paragraph, each with the words that make it."""
    for number, place in enumerate(paragraph.parts):
        if not may_claim(place.plain):
            continue
        part = ClaimPart(paragraph, number)
        yield from read_distances(part)
        if not part.has("other_ranking"):
            yield from read_orders(part)
            yield from read_limits(part)
            yield from read_extremes(part)
            yield from _quantities(part)
        yield from _nothing(part)
        yield from _not_asked(part)
        yield from _ages(part)


def may_claim(plain: str) -> bool:
    """Whether a folded text has a word of a claim."""
    words = f" {plain}"
    return any(cue in words for cue in cues(FILE, "cues"))


def _quantities(part: ClaimPart) -> Iterator[Remark]:
    """Most are dissatisfied, many are satisfied."""
    if part.has("most") and part.has("dissatisfied"):
        codes = {one.code for one in part.components}
        subject = codes.pop() if len(codes) == 1 else None
        named = find_channels(part.plain)
        yield part.claim("most_dissatisfied", subject or OVERALL, channel=named[0].code if named else None)
    yield from _many(part)


def _many(part: ClaimPart) -> Iterator[Remark]:
    """Many are satisfied; what they say may stand in quotes."""
    plain = part.paragraph.passage.plain[part.place.start : part.place.end]
    word = wording(FILE, "many").search(plain)
    behind = plain[word.end() : word.end() + REACH] if word else ""
    satisfied = wording(FILE, "satisfied").search(behind)
    if satisfied is None or has("dissatisfied", behind):
        return
    codes = {one.code for one in find_terms(behind, "components") if one.start < satisfied.start()}
    yield from (part.claim("many_satisfied", code) for code in sorted(codes))


def _nothing(part: ClaimPart) -> Iterator[Remark]:
    """Something is said not to have happened."""
    if not tells_events(part.plain):
        return
    plain = QUOTED.sub(" ", part.plain)
    events = sorted(
        (one for one in (*find_terms(plain, "events"), *find_terms(plain, "denied")) if "_" not in one.code),
        key=lambda one: one.start,
    )
    if not events or part.has("not_respondents") or find_figures(plain):
        return
    if has("none", plain[events[0].start :]):
        yield from (part.claim("none", code) for code in sorted({one.code for one in events}))


def _not_asked(part: ClaimPart) -> Iterator[Remark]:
    """Nobody was asked about the staff."""
    if part.has("staff_not_asked"):
        yield part.claim("not_asked", STAFF)


def _ages(part: ClaimPart) -> Iterator[Remark]:
    """Satisfaction is said to rise or fall with age, or to be the highest at one age."""
    for relation in ("older_rises", "older_falls"):
        if has(relation, part.plain):
            yield part.claim(relation, OVERALL)
    for relation in ("age_best", "age_worst"):
        found = wording(FILE, relation).search(part.plain)
        if found:
            yield part.claim(relation, OVERALL, group=found["ages"].replace(" ", ""))
