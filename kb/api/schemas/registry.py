"""Services by conditions, and the register in numbers."""

from datetime import date

from pydantic import Field

from kb.api.schemas.service import LifeSituationShape, ServiceShape
from kb.api.schemas.shape import Listing, Shape


class SelectionShape(Listing[ServiceShape]):
    """A page of the services that were asked for."""

    total: int = Field(description="Services on all pages")
    facets: dict[str, dict[str, int]] = Field(
        description="For each condition its codes, with how many services meet it and all the other conditions"
    )
    life_situations: list[LifeSituationShape] = Field(description="The words of those that `facets` counts")
    edition: date | None = Field(description="Day of the register's edition, null for the services as they are now")


class ShareShape(Shape):
    """How many services it is true of, of how many the edition tells whether it is."""

    count: int
    known: int
    percent: float | None = Field(description="Of `known`, null where it is told of none")


class YearShape(Shape):
    """What the year's last edition in the base says; a year without one has nulls, nothing is interpolated."""

    year: int
    edition: date | None
    services: int | None
    sample: bool
    shares: dict[str, ShareShape] | None


class CountersShape(Shape):
    """The register over the years, from its first edition in the base to the last."""

    items: list[YearShape]
