"""Which figure is of which thing in one part of a sentence.

Kazakh sentences name the thing before its figures («әдептілігі – 70 %, 4,5 балл») or behind («70 %-ы әдептілігіне
риза»); a figure in brackets always stands behind its thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.extract.figures.words import Figure, Term, matches


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one thing: at most one of each measure."""

    figures: tuple[Figure, ...]

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.figures[0].start

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.figures[-1].end


def group_figures(figures: Sequence[Figure], terms: Sequence[Term]) -> list[Group]:
    """Neighbours of different measures are one group where no thing is named and no bracket closes between them."""
    groups: list[list[Figure]] = []
    for one in figures:
        last = groups[-1] if groups else None
        apart = last is None or any(last[-1].end <= term.start < one.start for term in terms)
        left = last is not None and last[-1].bracketed and not one.bracketed
        if last is None or apart or left or any(other.measure == one.measure for other in last):
            groups.append([one])
        else:
            last.append(one)
    return [Group(tuple(group)) for group in groups]


def align(terms: Sequence[Term], groups: Sequence[Group], plain: str) -> list[Term | None]:
    """The thing of each group; None where it cannot be told or where two things share the figure."""
    if not terms or not groups:
        return [None] * len(groups)
    if len(terms) == len(groups) and not any(
        group.figures[0].bracketed and group.start < term.start for term, group in zip(terms, groups, strict=True)
    ):
        return list(terms)
    forward = groups[0].start < terms[0].start
    return [_near(terms, groups, number, plain, forward=forward) for number in range(len(groups))]


def joined_things(terms: Sequence[Term], groups: Sequence[Group], number: int, plain: str) -> list[Term]:
    """The things that share the figures of a group («біліктілігі мен әдептілігіне – 70 %»): those joined right before
    it, with no other figures between; nothing where one thing or none stands there."""
    start = groups[number - 1].end if number else 0
    near = [one for one in terms if start <= one.start and one.end <= groups[number].start]
    joined = near[-1:]
    for one, following in zip(reversed(near[:-1]), reversed(near[1:]), strict=True):
        if not matches("joined", plain[one.end : following.start]):
            break
        joined.insert(0, one)
    return joined if len(joined) > 1 else []


def _near(terms: Sequence[Term], groups: Sequence[Group], number: int, plain: str, *, forward: bool) -> Term | None:
    group = groups[number]
    before = [place for place, term in enumerate(terms) if term.end <= group.start]
    behind = [place for place, term in enumerate(terms) if term.start >= group.end]
    if forward and group.figures[0].measure == "share" and not group.figures[0].bracketed:
        limit = next((one.start for one in groups[number + 1 :] if one.figures[0].measure == "share"), len(plain))
        inside = [place for place in behind if terms[place].start < limit]
        if inside:
            return None if len(inside) > 1 and _joined(terms, inside[1], plain) else terms[inside[0]]
    if not before:
        return None
    place = before[-1]
    alone = place == 0 or any(terms[place - 1].end <= one.start < terms[place].start for one in groups)
    return terms[place] if alone or not _joined(terms, place, plain) else None


def _joined(terms: Sequence[Term], place: int, plain: str) -> bool:
    """Whether the thing is told along with the one before it («біліктілігі мен әдептілігі»)."""
    return matches("joined", plain[terms[place - 1].end : terms[place].start])
