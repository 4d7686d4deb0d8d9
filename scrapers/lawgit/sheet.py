"""The data sheet of an act (`meta.yaml`), and the act that it identifies."""

import re
from dataclasses import dataclass
from datetime import date
from glob import escape
from posixpath import basename, dirname
from typing import Any

from kb.model import Act, ActStatus
from kb.read import ReadError, Reading, act_type_of, decode_body, find_requisites, load_yaml, read_requisites
from scrapers._contract import Related

# `…/2031/0409-<slug>-990070@0a1b2c3d/…`: the folder of an act ends in its number in the state bank.
_FOLDER = re.compile(r"(?:^|/)\d{4}/\d{4}-[a-z0-9-]+-(\d+)(?:@\w+)?/")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_FIRST = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})$")


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
    """The sheet beside a document or in the folder above it.

    Of several the one whose date stands in the document's name, else the newest, whose edition is
    then left open; None when there is none or when they are of different acts.
    """
    folder = dirname(document)
    for place in dict.fromkeys((folder, dirname(folder))):
        pattern = f"{escape(place)}/meta*.yaml" if place else "meta*.yaml"
        sheets = [_open(name, body) for name, body in sorted(related(pattern).items()) if dirname(name) == place]
        if len(sheets) == 1:
            return sheets[0]
        if sheets:
            return _choose(document, sheets)
    return None


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
    if sheet:
        requisites = read_requisites(str(sheet.data.get("requisite") or ""))
        code = str(sheet.data["act_code"])
        title = sheet.data.get("title") or {}
        form = act_type_of(str(sheet.data.get("form") or ""))
    elif found := _FOLDER.search(document):
        code, title, form = found[1], {}, None
        requisites = find_requisites(reading)
    else:
        return None
    return Act(
        id=f"zan:{code}",
        ids=(f"zan:{code}", requisites.code) if requisites.code else (f"zan:{code}",),
        type=requisites.type or form,
        number=requisites.number,
        date=requisites.date,
        title_kk=title.get("kaz"),
        title_ru=title.get("rus"),
        status=ActStatus.REPEALED if requisites.repealed else ActStatus.UNKNOWN,
        repealed_on=requisites.repealed_on,
    )
