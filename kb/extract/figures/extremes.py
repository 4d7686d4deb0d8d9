"""Claims that a component is the best, the worst, a weak or a strong one."""

from collections.abc import Iterator

from kb.extract.figures.claim_part import ClaimPart, has
from kb.extract.figures.comparisons import NEAR, REACH, direction
from kb.extract.figures.words import Term, find_channels, find_terms
from kb.extract.wording import load_wording, wording
from kb.model import Remark

FILE = "figures_claims"
STAFF = "staff"
INFORMATION = ("access", "clarity")  # what «information» as a whole is of
LISTED = 2  # components make a list


def read_extremes(part: ClaimPart) -> Iterator[Remark]:
    """Claims `highest`, `lowest`, `weakest`, `among_weakest`, `weakest_of`, `strongest`, `among_strongest`."""
    yield from _extremes(part)
    yield from _weak(part)
    yield from _strong(part)


def _extremes(part: ClaimPart) -> Iterator[Remark]:
    """One component is said to be the best or the worst."""
    if not any(has(key, part.plain) for key in ("highest", "lowest", "than_others")):
        return
    staff = set(load_wording("figures")[STAFF])
    for relation in ("highest", "lowest"):
        word = wording(FILE, relation).search(part.plain) or wording(FILE, "than_others").search(part.plain)
        if word is None:
            continue
        by_others = not wording(FILE, relation).search(part.plain)
        way = direction(part.plain[word.end() : word.end() + REACH]) if by_others else relation
        if way not in (relation, "higher" if relation == "highest" else "lower"):
            continue
        behind = [one for one in part.components if one.start >= word.end()]
        before = [one for one in part.components if one.end <= word.start()]
        all_staff = staff <= {one.code for one in before}
        subject = behind[0] if behind and (all_staff or not before) else before[-1] if before else None
        if subject and subject.code not in ("trust", "fee"):
            among = STAFF if all_staff or part.has("than_other_staff") else None
            yield part.claim(relation, subject.code, group=among)


def _weak(part: ClaimPart) -> Iterator[Remark]:
    """Components that are said to be the weak ones, or among them: each of several along with the others."""
    word = wording(FILE, "weak").search(part.plain)
    if word is None or not part.components:
        return
    before = [one for one in part.components if one.end <= word.start()]
    behind = [one for one in part.components if one.start >= word.end()]
    several = has("one_of_weak", word.group())
    listed = behind if several and not before and not has("one_of", word.group()) else []
    if len(listed) < LISTED:
        subject = before[-1] if before else behind[0]
        yield part.claim("among_weakest" if several else "weakest", subject.code)
        return
    codes = list(dict.fromkeys(one.code for one in listed))
    if has("information", part.plain[word.end() : listed[0].start]):
        codes = [*INFORMATION, *codes]
    for one in listed:
        place = _place_of(part, one, word.end())
        others = [code for code in codes if code != one.code]
        yield part.claim("weakest_of", one.code, channel=place, other=" ".join(others))


def _place_of(part: ClaimPart, component: Term, start: int) -> str | None:
    """The place of service that is told right before a component."""
    named = [one for one in find_channels(part.plain) if start <= one.start and one.end <= component.start]
    between = part.plain[named[-1].end : component.start] if named else ""
    return named[-1].code if named and len(between) < NEAR and not find_terms(between, "components") else None


def _strong(part: ClaimPart) -> Iterator[Remark]:
    """One component is said to be the strong one, or one of them."""
    word = wording(FILE, "strong").search(part.plain)
    if word and part.components:
        before = [one for one in part.components if one.end <= word.start()]
        behind = [one for one in part.components if one.start >= word.end()]
        relation = "among_strongest" if has("one_of_weak", word.group()) else "strongest"
        yield part.claim(relation, (before[-1] if before else behind[0]).code)
