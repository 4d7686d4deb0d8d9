"""Bodies that a text or table names as providers, against those that the norms of the service name."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kb.compare.bodies.named_providers import Named, bodies_in
from kb.compare.bodies.relations import apart, central, is_local, of_centre, organisations
from kb.compare.clash import Clash, Point
from kb.compare.comparable import Reach, reach
from kb.compare.material import ServiceMaterial
from kb.model import FindingClass, Remark, RemarkKind

PROVIDER, TABLE = "provider", "table"
NO_PROVIDERS = ("state-corporation",)  # it receives applications for every body


def within_one_text(named: Sequence[Named]) -> Iterator[Clash]:
    """Two bodies of one text, one of the centre at least, that are each said to give the service."""
    for one, other in combinations([item for item in named if item.gives], 2):
        of_one_text = one.statement.evidence.snapshot == other.statement.evidence.snapshot
        if of_one_text and _two_providers(one.codes, other.codes) and _meet(one, other):
            yield Clash(
                kind=FindingClass.PROVIDER, a=Point.of(one.statement), b=Point.of(other.statement), reason="two"
            )


def told_otherwise(material: ServiceMaterial, named: Sequence[Named]) -> Iterator[Clash]:
    """A body that the text or a table names as the provider, and that has nothing to do with any that the norms name:
    one clash of the text and one of the tables at most."""
    if not named or not all(one.codes for one in named):
        return  # a name that is not known may be of any body: a school, a clinic
    seen: set[str | None] = set()
    for remark in material.remarks:
        if remark.kind is not RemarkKind.CLAIM or remark.subject != PROVIDER or remark.row in seen:
            continue
        against = _against(remark, named)
        if against:
            seen.add(remark.row)
            yield Clash(
                kind=FindingClass.PROVIDER,
                a=Point.of(against.statement),
                b=Point(evidence=remark.evidence, source_kind=remark.source_kind),
                reason="table" if remark.row == TABLE else "told",
                words={"body": remark.group or remark.evidence.quote},
            )


def _two_providers(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Two bodies of the centre, or one and an organisation that has nothing to do with it."""
    return (
        apart(central(ones), central(others))
        or apart(central(ones), organisations(others))
        or apart(organisations(ones), central(others))
    )


def _codes(named: Sequence[Named]) -> list[str]:
    return [code for one in named for code in one.codes]


def _meet(one: Named, other: Named) -> bool:
    return reach(one.statement, other.statement) is Reach.SAME


def _against(remark: Remark, named: Sequence[Named]) -> Named | None:
    """The provider that the remark contradicts.

    A table groups services by who answers for them: it contradicts only a central body that is said to give the
    service itself where the table has the local bodies.
    """
    found = bodies_in(remark.group or remark.evidence.quote, remark.evidence.language)
    told = [code for code in found if code not in NO_PROVIDERS]
    known = _codes(named)
    if not apart(told, known):
        return None
    if remark.row != TABLE:
        return named[-1]
    if not all(map(is_local, told)) or not all(map(of_centre, known)):
        return None
    return next((one for one in named if one.gives), None)
