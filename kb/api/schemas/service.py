"""Services, short and full."""

from pydantic import Field

from kb.api.schemas.shape import Shape
from kb.model import ChannelCode, RegisterStatus


class ServiceReference(Shape):
    """A service as it stands in statements, answers and results."""

    id: str
    ids: list[str]
    name_kk: str | None
    name_ru: str | None
    sample: bool


class LifeSituationShape(Shape):
    """A group of the register, with its headings."""

    code: str
    name_kk: str | None
    name_ru: str | None


class ServiceShape(ServiceReference):
    """A service with what the registry knows of it."""

    owner: str | None
    codes: dict[str, str]
    channels: list[ChannelCode]
    paid: bool | None
    forms: list[str]
    recipients: list[str]
    sources: list[str]
    owner_code: str | None
    provider_codes: list[str]
    providers: list[str]
    life_situations: list[LifeSituationShape]
    one_stop: bool | None = Field(description="Given on one application; null where no form is stated")
    automation: str | None = Field(description="The highest of `forms`")
    register_status: RegisterStatus
    year_in: int | None = Field(description="Year of the first edition that has it, where an earlier one has not")
    year_out: int | None = Field(description="Year of the first edition that it is gone from")
