"""What an edition of an act changes."""

from pydantic import Field

from kb.api.schemas.acts import PartDifferenceShape
from kb.api.schemas.card_views import CardChangeShape
from kb.api.schemas.finding import FoundShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Shape
from kb.model import FindingClass, Language


class ServiceImpactShape(Shape):
    """The values of a service before and after."""

    service: ServiceReference
    changes: list[CardChangeShape]


class ChangedFindingShape(Shape):
    """A contradiction between the same two clauses in other words."""

    before: FoundShape
    after: FoundShape


class FindingImpactShape(Shape):
    """Contradictions that come, go or change."""

    appeared: list[FoundShape]
    vanished: list[FoundShape]
    changed: list[ChangedFindingShape]
    left_out: list[FindingClass] = Field(
        description="Classes of which findings between any two texts of the base are not compared here"
    )


class ImpactShape(Shape):
    """What an edition changes against the one before it."""

    act: str
    before: str = Field(description="The last day of the edition before")
    after: str = Field(description="The first day of the edition")
    clauses: dict[Language, list[PartDifferenceShape]] = Field(description="By language of the text")
    services: list[ServiceImpactShape]
    findings: FindingImpactShape
