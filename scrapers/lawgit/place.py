"""What the place of a file tells of its act: `<agency>/<YYYY>/<MMDD>-<slug>-<number>@<commit>/rus.md`."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from kb.model import Act, Language
from kb.yaml_text import parse_yaml

# The number of an act in the state bank ends the name of its folder, or opens it where the copy is of one act only;
# older builds write the day of adoption without a folder for the year.
_FOLDER = re.compile(r"(?:^|/)(?P<day>\d{4}/\d{4}|\d{8})-[a-z0-9-]*-(?P<number>\d+)(?:@\w+)?(?=/)")
_SINGLE = re.compile(r"(?:^|/)(?P<number>\d{5,6})-[a-z][a-z0-9-]*(?:@\w+)?(?=/)")
_AGENCY = re.compile(r"(?:^|/)(\d{12})-[a-z0-9-]+(?=/)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The act's number in the state bank and its day of adoption; `folder` is the one of all its editions."""

    number: str
    day: date | None
    folder: str
    agency: str | None


def find_place(document: str) -> Place | None:
    """What the name of a document tells; None when no folder of it is one of an act."""
    found = _FOLDER.search(document) or _SINGLE.search(document)
    if found is None:
        return None
    agency = _AGENCY.search(document)
    return Place(
        number=found["number"],
        day=_day(found.groupdict().get("day")),
        folder=document[: found.end()].partition("@")[0],
        agency=agency[1] if agency else None,
    )


def with_agency(act: Act, document: str, language: Language) -> Act:
    """The act, with the body of its folder as issuer where nothing told one."""
    place = find_place(document)
    # Requisites that tell the kind and no issuer are those of laws and decrees, which have none but the state.
    if act.issuers or act.type is not None or place is None or place.agency not in _agencies():
        return act
    name = _agencies()[place.agency].get(language)
    return replace(act, issuers=(name,)) if name else act


@cache
def _agencies() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = parse_yaml(
        files(__package__).joinpath("agencies.yaml").read_text(encoding="utf-8")
    )
    return data


def _day(digits: str | None) -> date | None:
    try:
        return date.fromisoformat(digits.replace("/", "")) if digits else None
    except ValueError:
        return None
