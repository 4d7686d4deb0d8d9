"""References of an act to its own clauses and to other acts: where they stand, what they point at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.extract.clause_lookup import ClauseLookup, Path
from kb.extract.clause_order import ClauseOrder
from kb.extract.clause_units import FILE, RANKS, Chain, find_chains
from kb.extract.link_owners import Owner, find_owners
from kb.extract.passage import Passage, cut_passage
from kb.extract.references import find_references
from kb.extract.wording import compile_wording, load_wording
from kb.model import ActReference, ActType, ClauseKind, Document, Language, SourceKind

# Without an owner these alone are taken as addresses in the same rules: others are mostly of something else.
_BARE = ("annex", "article", "point")
# What an act approves, and so may name without telling which.
_INSIDE_ACTS = (ActType.RULES, ActType.STANDARD, ActType.REGULATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reference, `text[start:end]` of its document, which stands in `clause`.

    `act` is None for the act itself; `path` are (kind, number), outermost first, empty for an act as a whole.
    `target` is the id of the clause where it is this act's and there; `dangling` is one of this act that is not.
    """

    start: int
    end: int
    clause: str | None
    act: ActReference | None
    path: Path
    target: str | None
    dangling: bool


def find_links(document: Document) -> tuple[Link, ...]:
    """All references of a text in their order; numbers of a list are links of their own."""
    passage = cut_passage(document, 0, len(document.text), service="", source_kind=SourceKind.ACT)
    return tuple(_Reader(document, passage).links())


@dataclass(frozen=True, slots=True)
class _Owned:
    """A chain with what it belongs to."""

    chain: Chain
    owner: Owner | None


class _Reader:
    def __init__(self, document: Document, passage: Passage) -> None:
        self._document, self._passage = document, passage
        self._lookup = ClauseLookup(document)
        self._kazakh = document.language is Language.KK
        self._places = ClauseOrder(document)
        self._references = list(find_references(passage, 0, len(passage.plain)))
        self._owners = find_owners(passage, self._references)
        self._starts = sorted(self._owners, key=lambda one: one.start)
        self._ends = sorted(self._owners, key=lambda one: one.end)
        gaps = load_wording(FILE)
        self._gap = compile_wording([gaps["owner_gap"]["kk" if self._kazakh else "ru"]])
        self._shared = compile_wording([gaps["shared"]])

    def links(self) -> Iterator[Link]:
        found: list[Link] = []
        for owned in self._owned(find_chains(self._passage.plain, self._document.language)):
            found += self._of_chain(owned)
        taken = [(link.start, link.end) for link in found if link.act]
        for reference in self._references:
            start, end = self._passage.folding.span(*self._passage.whole_words(reference.start, reference.end))
            if not _meets(taken, start, end):
                clause = self._places.at(end - 1)
                found.append(
                    Link(start=start, end=end, clause=clause, act=reference.value, path=(), target=None, dangling=False)
                )
        yield from sorted(found, key=lambda link: (link.start, link.end))

    # owners

    def _owned(self, chains: Sequence[Chain]) -> list[_Owned]:
        """The chains with their owners; one without takes that of its neighbour in the same list of addresses."""
        ordered = list(chains if self._kazakh else reversed(chains))
        owned: list[_Owned] = []
        for chain in ordered:
            owner = self._owner(chain)
            giver = owned[-1] if owned else None
            if owner is None and giver and giver.owner and self._beside(giver.chain, chain):
                owned.append(_Owned(_completed(chain, giver.chain), giver.owner))
            else:
                owned.append(_Owned(chain, owner))
        return owned

    def _beside(self, giver: Chain, chain: Chain) -> bool:
        first, second = (giver, chain) if self._kazakh else (chain, giver)
        if second.start - first.end > 20:
            return False
        return self._shared.fullmatch(self._passage.plain, first.end, second.start) is not None

    def _owner(self, chain: Chain) -> Owner | None:
        if self._kazakh:
            last = bisect_right(self._ends, chain.start, key=lambda one: one.end)
            near = reversed(self._ends[max(0, last - 3) : last])
            spans = [(one, one.end, chain.start) for one in near]
        else:
            first = bisect_left(self._starts, chain.end, key=lambda one: one.start)
            spans = [(one, chain.end, one.start) for one in self._starts[first : first + 3]]
        for owner, start, end in spans:
            if end - start <= 70 and self._gap.fullmatch(self._passage.plain, start, end):
                return owner
        return None

    # links

    def _of_chain(self, owned: _Owned) -> Iterator[Link]:
        chain, owner = owned.chain, owned.owner
        if owner is None and not any(unit.kind in _BARE for unit in chain.units):
            return
        for start, end, path in _addresses(chain, owner):
            first, last = self._passage.folding.span(start, end)
            clause = self._places.at(first)
            owner = self._own(path, owner, clause)
            target = self._target(path, owner, clause)
            if owner is None and (target is None or target == clause or self._is_head(first, clause)):
                continue  # a heading that names itself, or an address in something that is not named here
            if owner and self._is_head(first, clause) and path[0][0] == "annex":
                continue
            act = owner.act if owner else None
            yield Link(
                start=first,
                end=last,
                clause=clause,
                act=act,
                path=path,
                target=target,
                dangling=act is None and target is None,
            )

    def _own(self, path: Path, owner: Owner | None, clause: str | None) -> Owner | None:
        """Words such as «the Rules» without number and title, inside rules that have the address, are these rules."""
        act = owner.act if owner else None
        if owner is None or act is None or act.number or act.title or act.type not in _INSIDE_ACTS:
            return owner
        own = Owner(start=owner.start, end=owner.end, whole="rules" if act.type is ActType.RULES else "list")
        inside = self._lookup.above(clause, ("annex", "appendix"))
        return own if inside and self._target(path, own, clause) else owner

    def _target(self, path: Path, owner: Owner | None, clause: str | None) -> str | None:
        if owner and owner.act:
            return None
        if owner and owner.unit:
            above = self._lookup.above(clause, ("point", "row") if owner.unit == "point" else (owner.unit,))
            return self._lookup.find(path, (above,)) if above else None
        whole = owner.whole if owner and owner.whole else "list"
        return self._lookup.find(path, self._lookup.scopes(clause, whole=whole))

    def _is_head(self, place: int, clause: str | None) -> bool:
        """Whether words are the head of an annex, which names itself."""
        found = self._places.clause(clause)
        return bool(found and found.kind is ClauseKind.HEADING and place - found.start <= len(found.label or "") + 30)


def _completed(chain: Chain, giver: Chain) -> Chain:
    """A chain that begins deeper than its neighbour stands below the same outer units: «5-тармағының 1), 3-тармақ…»."""
    outermost = RANKS.get(chain.units[0].kind, max(RANKS.values()))
    outer = tuple(unit for unit in giver.units if RANKS.get(unit.kind, max(RANKS.values())) < outermost)
    return replace(chain, units=(*outer, *chain.units))


def _addresses(chain: Chain, owner: Owner | None) -> Iterator[tuple[int, int, Path]]:
    """Each number of the unit that has several, with its words: the first and the last take what stands around."""
    several = next((unit for unit in chain.units if len(unit.numbers) > 1), chain.units[-1])
    start, end = chain.start, chain.end
    if owner and 0 <= start - owner.end < 4:
        start = owner.start
    if owner and 0 <= owner.start - end < 4:
        end = owner.end
    for place, number in enumerate(several.numbers):
        first = start if place == 0 else number.start
        last = end if place == len(several.numbers) - 1 else number.end
        for value in number.values:
            yield (
                first,
                last,
                tuple((unit.kind, value if unit is several else unit.numbers[0].values[0]) for unit in chain.units),
            )


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(spans, end, key=lambda one: one[0])
    return any(first < end and start < last for first, last in spans[max(0, place - 40) : place])
