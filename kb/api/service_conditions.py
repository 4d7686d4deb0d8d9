"""Query parameters by which services are selected."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from kb.api.parameters import wrong_value
from kb.model import ChannelCode, RegisterStatus
from kb.pipeline import ServiceFilter
from kb.search import tell_unknown

_CODE = {"max_length": 60, "pattern": "^[a-z0-9_-]+$"}

Body = Annotated[str | None, Query(description="Code of a body", **_CODE)]
Code = Annotated[str | None, Query(description="A code as it stands in `facets`", **_CODE)]
Situation = Annotated[str | None, Query(pattern="^[0-9]{5}$", description="Section and life situation of the register")]
NameWords = Annotated[str | None, Query(max_length=200, description="Words that a name has, in Kazakh or Russian")]
RegisterDay = Annotated[date | None, Query(description="The register as it was on this day; as it is when left out")]
Year = Annotated[int | None, Query(ge=1991, le=2100, description="The register as this year's last edition has it")]


def _conditions(
    *,
    owner: Body = None,
    provider: Body = None,
    provider_kind: Code = None,
    channel: ChannelCode | None = None,
    recipient: Code = None,
    paid: bool | None = None,
    form: Code = None,
    automation: Code = None,
    one_stop: bool | None = None,
    life_situation: Situation = None,
    status: RegisterStatus | None = None,
    text: NameWords = None,
) -> ServiceFilter:
    codes = {
        "owner": owner,
        "provider": provider,
        "provider_kind": provider_kind,
        "recipient": recipient,
        "form": form,
        "automation": automation,
    }
    for name, value in codes.items():
        if value is not None and (problem := tell_unknown("register", name, value)):
            raise wrong_value(name, problem)
    return ServiceFilter(
        owner=owner,
        provider=provider,
        provider_kind=provider_kind,
        channel=channel,
        recipient=recipient,
        paid=paid,
        form=form,
        automation=automation,
        one_stop=one_stop,
        life_situation=life_situation,
        status=status,
        text=text,
    )


Conditions = Annotated[ServiceFilter, Depends(_conditions)]
