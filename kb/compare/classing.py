"""Which class a clash of values belongs to: drift of a portal, or that of its attribute."""

from kb.compare.clash import Point
from kb.model import FindingClass, SourceKind

NORMS = frozenset({SourceKind.ACT, SourceKind.STANDARD})


def class_of(one: Point, other: Point, own: FindingClass) -> FindingClass:
    """PORTAL_DRIFT where one side is a card of a portal and the other an act, else the class `own`.

    A rule of an attribute yields only what keeps its own class: the rule of portal drift compares the rest.
    """
    kinds = {one.source_kind, other.source_kind}
    return FindingClass.PORTAL_DRIFT if SourceKind.PORTAL_CARD in kinds and kinds & NORMS else own
