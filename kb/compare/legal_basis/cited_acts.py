"""Other acts that a text cites: whether they hold on a day and have what is cited of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kb.compare.known_acts import KnownActs
from kb.compare.legal_basis.basis_fault import BasisFault, BasisKind
from kb.compare.legal_basis.wording import words
from kb.extract.act_dates import find_dates
from kb.extract.links import Link
from kb.model import ActReference, ActStatus, ClauseKind, Document
from kb.norms.repealed_acts import repeal_of
from kb.text import fold_plain

# The date of a code that goes by its title stands in the words of the reference or directly behind them.
DATE_BEHIND = 45


def find_cited_faults(
    document: Document, links: Sequence[Link], *, day: date, known: KnownActs
) -> Iterator[BasisFault]:
    """Each act that does not hold on the day once a clause, and each clause that an act of the base does not have."""
    notes = {clause.id for clause in document.clauses if clause.kind is ClauseKind.NOTE}
    spans = {clause.id: (clause.start, clause.end) for clause in document.clauses}
    told: set[tuple[str, ActReference]] = set()
    for link in links:
        if link.act is None or link.clause is None or link.clause in notes:
            continue
        if words("repealing").search(_plain(document, *spans[link.clause])):
            continue
        named = _dated(document, link, link.act)
        if _is_own(document, named, known):
            continue
        repealed = _repealed(link, named, day, known)
        if repealed and (link.clause, named) not in told:
            told.add((link.clause, named))
            yield repealed
        elif not repealed and link.path:
            yield from _missing(document, link, named, known)


def _plain(document: Document, start: int, end: int) -> str:
    return fold_plain(document.text[start:end])


def _dated(document: Document, link: Link, named: ActReference) -> ActReference:
    """The reference with the date that is printed with a title."""
    if named.number is not None or named.date is not None:
        return named
    around = _plain(document, link.start, min(len(document.text), link.end + DATE_BEHIND))
    dates = find_dates(around, 0, len(around))
    return replace(named, date=dates[0].day) if len(dates) == 1 else named


def _is_own(document: Document, named: ActReference, known: KnownActs) -> bool:
    """Whether a text names the act that it is a part of: the head of an annex does."""
    act = known.find(named)
    own = document.act
    return act is not None and own is not None and bool({act.id, *act.ids} & {own.id, *own.ids})


def _repealed(link: Link, named: ActReference, day: date, known: KnownActs) -> BasisFault | None:
    since: date | None
    law: str | None
    repeal = repeal_of(named)
    if repeal:  # the table has the day on which the force ended; a source tells that of the repealing act
        if repeal.on > day:
            return None
        since, law = repeal.on, repeal.by
    else:
        act = known.find(named)
        if act is None or act.status is not ActStatus.REPEALED or (act.repealed_on or date.min) > day:
            return None
        since, law = act.repealed_on, act.repealed_by
    return BasisFault(
        kind=BasisKind.REPEALED_ACT,
        clause=link.clause or "",
        start=link.start,
        end=link.end,
        path=link.path,
        act=named,
        since=since.isoformat() if since else None,
        law=law,
    )


def _missing(document: Document, link: Link, named: ActReference, known: KnownActs) -> Iterator[BasisFault]:
    """An article or point that the text of the act skips: it has those beside it."""
    act = known.find(named)
    if act is None or not _is_gap(document, act.id, link, known):
        return
    yield BasisFault(
        kind=BasisKind.MISSING_ARTICLE,
        clause=link.clause or "",
        start=link.start,
        end=link.end,
        path=link.path,
        act=named,
        other=act.id,
    )


def _is_gap(document: Document, act: str, link: Link, known: KnownActs) -> bool:
    def has(path: tuple[tuple[str, str], ...]) -> bool:
        return known.has(act, path, document.language, ("", "appendix", "appendix-1")) is True

    for depth, (kind, number) in enumerate(link.path):
        here = link.path[: depth + 1]
        if has(here):
            continue
        if known.has(act, here, document.language, ("", "appendix", "appendix-1")) is None or not number.isdigit():
            return False
        before = (*link.path[:depth], (kind, str(int(number) - 1)))
        first = (*link.path[:depth], (kind, "1"))
        return number != "1" and has(before) and has(first)
    return False
