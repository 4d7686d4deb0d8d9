"""The bodies that two texts name as the provider of one service."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.compare.bodies.relations import apart
from kb.compare.comparable import Reach, reach
from kb.compare.material import ServiceMaterial
from kb.compare.stating_texts import text_pairs
from kb.model import Attribute, Statement
from kb.norms.bodies import same_body
from kb.resolve.bodies import BodyMatch
from kb.resolve.providers import BODY_ATTRIBUTES, resolve_providers


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """The bodies that a name means; not `sure` where it names several that do not belong together, or says more."""

    codes: tuple[str, ...]
    sure: bool


def provider_differences(material: ServiceMaterial, *, cards: bool) -> Iterator[tuple[Statement, Statement]]:
    """A provider of each of two texts that has to do with none of the other's, once for two texts.

    A body that only one of them names in addition is no contradiction. A name of two bodies that do not belong together
    («the Committee X of the Ministry Y») contradicts a text that knows only one of them and names its provider in full.
    """
    names = [one for attribute in BODY_ATTRIBUTES for one in material.of(attribute)]
    meant = {
        one.id: _Meant(codes=match.codes, sure=True)
        if isinstance(match, BodyMatch)
        else _Meant(codes=match.candidates, sure=False)
        for one, match in resolve_providers(names)
    }
    for left, right in text_pairs(material, Attribute.PROVIDER, cards=cards):
        found = _difference(left, right, meant)
        if found and reach(*found) is Reach.SAME:
            yield found


def _difference(
    left: Sequence[Statement], right: Sequence[Statement], meant: Mapping[str, _Meant]
) -> tuple[Statement, Statement] | None:
    here, there = _codes(left, meant), _codes(right, meant)
    mine, theirs = _alien(left, there, meant), _alien(right, here, meant)
    if mine is None and theirs is not None and not meant[theirs.id].sure:
        mine = _unnamed(left, there, meant)
    elif theirs is None and mine is not None and not meant[mine.id].sure:
        theirs = _unnamed(right, here, meant)
    return (mine, theirs) if mine and theirs else None


def _codes(statements: Sequence[Statement], meant: Mapping[str, _Meant]) -> list[str]:
    return [code for one in statements for code in meant[one.id].codes]


def _alien(statements: Sequence[Statement], others: Collection[str], meant: Mapping[str, _Meant]) -> Statement | None:
    """The first statement with a body that has to do with none of the others."""
    return next((one for one in statements if any(apart([code], others) for code in meant[one.id].codes)), None)


def _unnamed(statements: Sequence[Statement], others: Collection[str], meant: Mapping[str, _Meant]) -> Statement | None:
    """The first statement that means, without a doubt, a body that the others do not name themselves."""
    for one in statements:
        codes = meant[one.id].codes if meant[one.id].sure else ()
        if any(not any(same_body(code, other) for other in others) for code in codes):
            return one
    return None
