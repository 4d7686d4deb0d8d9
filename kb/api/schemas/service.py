"""Services, short and full."""

from kb.api.schemas.shape import Shape
from kb.model import ChannelCode


class ServiceReference(Shape):
    """A service as it stands in statements, answers and results."""

    id: str
    ids: list[str]
    name_kk: str | None
    name_ru: str | None
    sample: bool


class ServiceShape(ServiceReference):
    """A service with what the registry knows of it."""

    owner: str | None
    codes: dict[str, str]
    channels: list[ChannelCode]
    paid: bool | None
    forms: list[str]
    recipients: list[str]
    sources: list[str]
