"""The JSON shapes of a service (docs/interfaces.md), from the typed value and back."""

from kb.model.plain_json import Json
from kb.model.service import LifeSituation, RegisterStatus, Service
from kb.model.value import ChannelCode


def service_to_json(service: Service) -> Json:
    """The full service object of `kb export services`."""
    return {
        **service_reference(service),
        "owner": service.owner,
        "owner_code": service.owner_code,
        "provider_codes": list(service.provider_codes),
        "codes": service.codes,
        "channels": [code.value for code in service.channels],
        "paid": service.paid,
        "forms": list(service.forms),
        "recipients": list(service.recipients),
        "sources": list(service.sources),
        "providers": list(service.providers),
        "life_situations": [life_situation_to_json(one) for one in service.life_situations],
        "one_stop": service.one_stop,
        "automation": service.automation,
        "register_status": service.register_status.value,
        "year_in": service.year_in,
        "year_out": service.year_out,
    }


def life_situation_to_json(situation: LifeSituation) -> Json:
    """A group of the register with its headings."""
    return {"code": situation.code, "name_kk": situation.name_kk, "name_ru": situation.name_ru}


def service_from_json(data: Json) -> Service:
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
        sample=data["sample"],
        owner_code=data.get("owner_code"),
        provider_codes=tuple(data.get("provider_codes", ())),
        providers=tuple(data.get("providers", ())),
        life_situations=tuple(LifeSituation(**one) for one in data.get("life_situations", ())),
        one_stop=data.get("one_stop"),
        automation=data.get("automation"),
        register_status=RegisterStatus(data.get("register_status", RegisterStatus.UNLISTED)),
        year_in=data.get("year_in"),
        year_out=data.get("year_out"),
    )


def service_reference(service: Service) -> Json:
    """The short service object that stands in statements, answers and results."""
    return {
        "id": service.id,
        "ids": list(service.ids),
        "name_kk": service.name_kk,
        "name_ru": service.name_ru,
        "sample": service.sample,
    }
