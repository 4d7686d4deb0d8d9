"""A service back from its JSON object."""

from typing import Any

from kb.model import ChannelCode, Service


def service_from_json(data: dict[str, Any]) -> Service:
    """The typed service of a full service object; raises KeyError when the shape is wrong."""
    return Service(
        id=data["id"],
        ids=tuple(data["ids"]),
        name_kk=data["name_kk"],
        name_ru=data["name_ru"],
        owner=data["owner"],
        codes=dict(data["codes"]),
        channels=tuple(ChannelCode(code) for code in data["channels"]),
        paid=data["paid"],
        forms=tuple(data["forms"]),
        recipients=tuple(data["recipients"]),
        sources=tuple(data["sources"]),
        sample=bool(data["sample"]),
    )
