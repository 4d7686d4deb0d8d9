"""The data sheet of an act (`meta.yaml`), and the act that it identifies."""

import re
from dataclasses import dataclass
from datetime import date
from glob import escape
from posixpath import basename, dirname
from typing import Any

from kb.model import Act
from kb.read import (
    ReadError,
    Reading,
    act_of,
    act_type_of,
    decode_body,
    find_requisites,
    load_yaml,
    read_requisites,
)
from scrapers._contract import Related
from scrapers.lawgit.place import find_place

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A data sheet that has what identifies an act; `certain` is False when its edition may be another one."""

    name: str
    data: dict[str, Any]
    certain: bool = True

    def date_of(self, language: str) -> date | None:
        """Day from which this edition is in force in a language (`kaz`, `rus`); None when unknown."""
        if not self.certain:
            return None
        value = (self.data.get("version_date") or {}).get(language)
        if isinstance(value, date):
            return value
        return date.fromisoformat(value) if isinstance(value, str) and _DATE.fullmatch(value) else None


def find_sheet(document: str, related: Related) -> Sheet | None:
    """The sheet beside a document or in the folder above it, else one of another edition of the act.

    Of several the one whose date stands in the document's name, else the newest; a sheet of another or of an
    unknown edition leaves the day open. None when there is none or when they are of different acts.
    """
    folder = dirname(document)
    for place in dict.fromkeys((folder, dirname(folder))):
        pattern = f"{escape(place)}/meta*.yaml" if place else "meta*.yaml"
        sheets = [_open(name, body) for name, body in sorted(related(pattern).items()) if dirname(name) == place]
        if len(sheets) == 1:
            return sheets[0]
        if sheets:
            return _choose(document, sheets)
    return _of_another_edition(document, related)


def _of_another_edition(document: str, related: Related) -> Sheet | None:
    """A sheet from a folder of the same act at another commit: what it tells of the act holds for all editions."""
    place = find_place(document)
    if place is None:
        return None
    beside = (f"{escape(place.folder)}/meta*.yaml", f"{escape(place.folder)}@*/meta*.yaml")
    found = {name: body for pattern in beside for name, body in related(pattern).items()}
    sheets = [
        sheet for name, body in found.items() if str((sheet := _open(name, body)).data["act_code"]) == place.number
    ]
    newest = max(sheets, key=_last_day, default=None)
    return Sheet(newest.name, newest.data, certain=False) if newest else None


def _last_day(sheet: Sheet) -> tuple[str, str]:
    days = (sheet.data.get("version_date") or {}).values()
    return max((str(day) for day in days), default=""), sheet.name


def _choose(document: str, sheets: list[Sheet]) -> Sheet | None:
    days = set(_DATE.findall(basename(document)))
    dated = [sheet for sheet in sheets if days & set(_DATE.findall(sheet.name))]
    if len(dated) == 1:
        return dated[0]
    if len({str(sheet.data["act_code"]) for sheet in sheets}) > 1:
        return None
    newest = max(sheets, key=lambda sheet: sheet.name)
    return Sheet(newest.name, newest.data, certain=False)


def _open(name: str, body: bytes) -> Sheet:
    data = load_yaml(decode_body(body, document=name).text)
    if not isinstance(data, dict) or not data.get("act_code"):
        raise ReadError(f"{name}: a data sheet of an act needs act_code, requisite, title and version_date")
    return Sheet(name, data)


def identify_act(document: str, reading: Reading, sheet: Sheet | None) -> Act | None:
    """The act, from its sheet, else from the folder's name and the head of an annex; None when both are silent."""
    place = find_place(document)
    if sheet:
        title = sheet.data.get("title") or {}
        adopted = sheet.data.get("approved_on")
        return act_of(
            read_requisites(str(sheet.data.get("requisite") or "")),
            ids=(f"zan:{sheet.data['act_code']}",),
            title_kk=title.get("kaz"),
            title_ru=title.get("rus"),
            type=act_type_of(str(sheet.data.get("form") or "")),
            date=adopted if isinstance(adopted, date) else None,
        )
    if place:
        return act_of(find_requisites(reading), ids=(f"zan:{place.number}",), date=place.day)
    return None
