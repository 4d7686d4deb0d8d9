"""The method as plain JSON: the form of its file, which `read_method` reads again."""

from kb.model.evaluation_method import Method, MethodItem, Place, Told
from kb.model.plain_json import Json, number_to_json


def method_to_json(method: Method) -> Json:
    """All of a version; null is what its source does not give."""
    source = method.source
    return {
        "id": method.id,
        "year": method.year,
        "source": {"kk": source.kk, "ru": source.ru, "language": source.language.value, "digest": source.digest},
        "adding": method.adding.value if method.adding else None,
        "adding_place": place_to_json(method.adding_place),
        "rounding": {"digits": method.digits, "place": place_to_json(method.digits_place)},
        "blocks": [_item(one) for one in method.blocks],
        "penalties": [
            {"id": one.id, **told_to_json(one.told), "item": one.item, "points": number_to_json(one.points)}
            for one in method.penalties
        ],
        "stages": [{"id": one.id, **told_to_json(one.told)} for one in method.stages],
        "appeals": {
            "place": place_to_json(method.appeals_place),
            "days_to_consider": method.days_to_consider,
        },
        "calendar": [
            {"item": one.item, "step": one.step, "from": one.first, "to": one.last, "place": place_to_json(one.place)}
            for one in method.calendar
        ],
        "notes": [{**told_to_json(one), "year": one.year} for one in method.notes],
    }


def told_to_json(told: Told) -> Json:
    """Words in both languages with their place."""
    return {"kk": told.kk, "ru": told.ru, "place": place_to_json(told.place)}


def place_to_json(place: Place | None) -> Json | None:
    """Line and words, or a citation."""
    return {"line": place.line, "quote": place.quote, "nth": place.nth, "citation": place.citation} if place else None


def _item(item: MethodItem) -> Json:
    return {
        "id": item.id,
        **told_to_json(item.told),
        "weight": number_to_json(item.weight),
        "most": number_to_json(item.most),
        "evaluators": list(item.evaluators),
        "evaluators_place": place_to_json(item.evaluators_place),
        "material": [told_to_json(one) for one in item.material],
        "parts": [_item(one) for one in item.parts],
    }
