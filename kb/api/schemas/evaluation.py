"""The evaluation of state bodies."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.author import AUTHOR
from kb.api.schemas.shape import Listing, Shape
from kb.model.evaluation import AppealState
from kb.model.evaluation_method import Adding
from kb.pipeline.evaluations import LONGEST_AUTHOR, LONGEST_REASON

LAST_YEAR = 2100
FIRST_YEAR = 2007  # the decree that began the evaluation of state bodies
MOST_ROWS = 2_000
EVALUATION_ID = "^[0-9]{4}-[a-z0-9-]{1,80}$"
METHOD_ID = "^[a-z0-9][a-z0-9-]{0,39}$"
NOT_IN_SOURCE = "null: the source does not give it"


class PlaceShape(Shape):
    """Where something was read: a line (from 1) with its words, or a citation."""

    line: int | None
    quote: str | None
    nth: int | None = Field(description="Which of several such places of the line; null is the first")
    citation: str | None


class ToldShape(Shape):
    """Something that the source tells."""

    kk: str
    ru: str
    place: PlaceShape


class ItemShape(ToldShape):
    """A block, area or indicator with its parts."""

    id: str
    weight: float | None = Field(description=NOT_IN_SOURCE)
    most: float | None = Field(description=NOT_IN_SOURCE)
    evaluators: list[str] = Field(description="Codes of bodies; empty where those of the item above give the points")
    evaluators_place: PlaceShape | None
    material: list[ToldShape]
    parts: list["ItemShape"]


class MethodShape(Shape):
    """A version of the method, in the form in which one is given."""

    id: str
    year: int | None = Field(description=NOT_IN_SOURCE)
    source: dict[str, Any]
    adding: Adding | None = Field(description=NOT_IN_SOURCE)
    adding_place: PlaceShape | None
    rounding: dict[str, Any]
    blocks: list[ItemShape]
    penalties: list[dict[str, Any]]
    stages: list[dict[str, Any]]
    appeals: dict[str, Any]
    calendar: list[dict[str, Any]]
    notes: list[dict[str, Any]]


class ChangeShape(Shape):
    """What differs between two versions."""

    kind: str
    part: str
    id: str
    field: str | None
    before: str | float | None
    after: str | float | None


class ChangesShape(Shape):
    """All changes from one version to another."""

    before: str
    after: str
    changes: list[ChangeShape]


class MissingShape(Shape):
    """What a total cannot do without."""

    what: str
    item: str | None


class TotalShape(Shape):
    """A total of an item or body."""

    points: float | None = Field(description="Rounded half up; null where something is missing")
    penalty: float = Field(description="What penalties took off at this very item")
    missing: list[MissingShape]


class EvaluationHeadShape(Shape):
    """A body in the list of a year."""

    id: str
    year: int
    body: str
    region: str | None
    name_kk: str
    name_ru: str
    method: str
    total: TotalShape
    penalty_points: float
    open_appeals: int


class EvaluationListing(Listing[EvaluationHeadShape]):
    """The bodies of a year, and all years that there are, the newest first."""

    years: list[int]


class MoveShape(Shape):
    """A step of an appeal; `author` is told to staff alone."""

    state: AppealState
    day: date
    behalf: str
    reason: str
    author: str | None
    at: str
    points: float | None


class AppealShape(Shape):
    """An appeal with its steps."""

    id: int
    evaluation: str
    item: str
    state: AppealState
    in_term: bool | None = Field(description="null: the method gives no months")
    due: date | None
    moves: list[MoveShape]


class EvaluationShape(EvaluationHeadShape):
    """All of the evaluation of a body."""

    items: list[dict[str, Any]]
    penalties: list[dict[str, Any]]
    stages: list[dict[str, Any]]
    appeals: list[AppealShape]


class PointsBody(BaseModel):
    """Rows of the template of an import, kept all or none."""

    model_config = ConfigDict(extra="forbid")

    method: str = Field(pattern=METHOD_ID)
    year: int = Field(ge=FIRST_YEAR, le=LAST_YEAR)
    replace: bool = False
    rows: list[dict[str, str | int | float | None]] = Field(min_length=1, max_length=MOST_ROWS)
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class KeptShape(Shape):
    """The evaluations that were kept."""

    evaluations: list[str]


class FilingBody(BaseModel):
    """An appeal on the points of an item."""

    model_config = ConfigDict(extra="forbid")

    item: str = Field(pattern=METHOD_ID)
    day: date
    reason: str = Field(min_length=1, max_length=LONGEST_REASON)
    behalf: str | None = Field(default=None, max_length=100, description="The evaluated body when left out")
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class MoveBody(BaseModel):
    """The next state of an appeal, on whose behalf, and the points of an accepted one."""

    model_config = ConfigDict(extra="forbid")

    state: AppealState
    behalf: str = Field(min_length=1, max_length=100, description="Code of a body")
    day: date
    reason: str = Field(min_length=1, max_length=LONGEST_REASON)
    points: Decimal | None = Field(default=None, ge=0, le=1_000_000, decimal_places=4)
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)
