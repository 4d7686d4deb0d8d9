"""What a file or a person tells of a wave → the wave."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from kb.model.monitoring import Wave, WaveService
from kb.monitoring.errors import BadMarks
from kb.monitoring.template import load_table

WAVE_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")  # it becomes the name of a file
OWN_WAVE = re.compile(r"live-\d{4}")  # made of the marks that this base counts
OTHER_PAGES = (
    "burden",
    "evaluation",
    "recommendations",
    "recomputed",
)  # at the address that a wave of this id would have
SERVICE_ID = re.compile(r"[\w:./-]{1,80}")
NEEDED = ("id", "year", "organisation", "method", "since", "until")
OPTIONAL = ("sample", "accreditation", "services")
LONGEST_TEXT = 300
FIRST_YEAR, LAST_YEAR = 2010, 2100  # public monitoring began with the evaluation of 2010
LONGEST_WAVE = 3  # years a wave may last


def read_head(head: Mapping[str, Any], name: str) -> Wave:
    """The wave of a head with id, year, organisation, method, since, until and, where known, sample, accreditation and
    services (`id`, `name_kk`, `name_ru`) that the registry does not have; raises BadMarks with every fault."""
    faults = [f"{name}: the wave lacks «{field}»" for field in NEEDED if not head.get(field)]
    faults += [
        f"{name}: the wave has no field «{field}»; it has {', '.join((*NEEDED, *OPTIONAL))}"
        for field in head
        if field not in (*NEEDED, *OPTIONAL)
    ]
    if faults:
        raise BadMarks(faults)
    reading = _Reading(head, name)
    methods = load_table("template")["methods"]
    wave_id = reading.text("id")
    reading.check(WAVE_ID.fullmatch(wave_id) is not None, "id", "small letters, digits and hyphens, 2 to 40 of them")
    reading.check(not OWN_WAVE.fullmatch(wave_id), "id", "another id; live-<year> has the marks given here")
    reading.check(wave_id not in OTHER_PAGES, "id", "another id; a page of Anyq has this address")
    reading.check(reading.text("method") in methods, "method", f"one of {', '.join(methods)}")
    year = reading.whole("year")
    reading.check(FIRST_YEAR <= year <= LAST_YEAR, "year", f"a year from {FIRST_YEAR} to {LAST_YEAR}")
    since, until = reading.day("since"), reading.day("until")
    reading.check(since <= until, "until", f"a day not before {since}")
    reading.check(
        until.year - since.year < LONGEST_WAVE, "until", f"a day less than {LONGEST_WAVE} years after {since}"
    )
    sample = reading.whole("sample") if head.get("sample") else None
    services = reading.services()
    if reading.faults:
        raise BadMarks(reading.faults)
    return Wave(
        id=wave_id, year=year, organisation=reading.text("organisation"), method=reading.text("method"), since=since,
        until=until, sample=sample, accreditation=reading.text("accreditation") if head.get("accreditation") else None,
        services=services,
    )  # fmt: skip


class _Reading:
    """The fields of a head, with the faults met so far."""

    def __init__(self, head: Mapping[str, Any], name: str) -> None:
        self._head, self._name = head, name
        self.faults: list[str] = []

    def check(self, holds: bool, field: str, expected: str) -> None:
        if not holds:
            self.faults.append(f"{self._name}: «{field}» of the wave is {self._head[field]!r}; expected {expected}")

    def text(self, field: str) -> str:
        value = str(self._head[field]).strip()
        self.check(len(value) <= LONGEST_TEXT, field, f"at most {LONGEST_TEXT} characters")
        return value[:LONGEST_TEXT]

    def whole(self, field: str) -> int:
        text = str(self._head[field]).strip()
        fits = text.isascii() and text.isdigit() and len(text) < 10
        self.check(fits, field, "a whole number")
        return int(text) if fits else FIRST_YEAR

    def day(self, field: str) -> date:
        try:
            return date.fromisoformat(str(self._head[field]).strip())
        except ValueError:
            self.check(False, field, "a day as YYYY-MM-DD")
            return date(FIRST_YEAR, 1, 1)

    def services(self) -> tuple[WaveService, ...]:
        listed = self._head.get("services") or ()
        if not isinstance(listed, list | tuple) or not all(isinstance(one, Mapping) for one in listed):
            self.check(not listed, "services", "a list of objects with id, name_kk and name_ru")
            return ()
        found = []
        for one in listed:
            code, name = str(one.get("id") or ""), str(one.get("name_kk") or "")
            if not SERVICE_ID.fullmatch(code) or not name:
                self.faults.append(f"{self._name}: a service of the wave needs an id and «name_kk», got {dict(one)!r}")
                continue
            found.append(WaveService(id=code, name_kk=name[:LONGEST_TEXT], name_ru=one.get("name_ru")))
        if len({one.id for one in found}) != len(found):
            self.faults.append(f"{self._name}: two services of the wave have the same id; ids must differ")
        return tuple(found)
