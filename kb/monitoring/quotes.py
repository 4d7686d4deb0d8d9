"""Files of quotes from focus groups → quotes with service, theme and language."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from kb.model import Language
from kb.model.monitoring import Wave
from kb.model.quote import Quote
from kb.monitoring.cells import CellFault, Cells
from kb.monitoring.columns import Columns, read_places
from kb.monitoring.errors import BadMarks
from kb.monitoring.importing import MOST_FAULTS, open_sheet, wave_of
from kb.monitoring.known import Known
from kb.monitoring.sheets import Sheet
from kb.monitoring.template import load_table

TEMPLATE = "quotes"
LONGEST_QUOTE = 2_000
MOST_QUOTES = 20_000
ADVICE = "docs/practice.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadQuotes:
    """The quotes of one wave in the order of the files; nothing in them is masked yet."""

    wave: Wave
    quotes: tuple[Quote, ...]


def theme_codes() -> tuple[str, ...]:
    """The codes of themes, in the order of the data file."""
    return tuple(load_table(TEMPLATE)["themes"])


def theme_words(code: str, language: Language) -> str:
    """A theme in words; the code itself where the data file no longer has it."""
    entry = load_table(TEMPLATE)["themes"].get(code)
    return str(entry[language.value]) if entry else code


def read_quotes(
    files: Sequence[Path], *, services: Collection[str], head: Mapping[str, Any] | None = None
) -> ReadQuotes:
    """The quotes of all files as one wave; `services` are the ids of the registry.

    Raises BadMarks with a line for each fault, the first twenty; then nothing is to be kept.
    """
    sheets = [open_sheet(path) for path in files]
    wave = wave_of(sheets, head)
    known = Known({*services, *(one.id for one in wave.services)}, wave.since)
    faults: list[str] = []
    quotes: list[Quote] = []
    for sheet in sheets:
        columns = _columns(sheet)
        for row in sheet.rows:
            try:
                quotes.append(_quote(Cells(row, columns), known, wave))
            except CellFault as fault:
                faults.append(str(fault))
            if len(faults) == MOST_FAULTS:
                raise BadMarks([*faults, f"{sheet.name}: and perhaps more; reading stopped here"])
            if len(quotes) > MOST_QUOTES:
                raise BadMarks([f"{sheet.name}: a wave has at most {MOST_QUOTES:,} quotes; divide it"])
    if faults:
        raise BadMarks(faults)
    if not quotes:
        raise BadMarks([f"{sheets[0].name}: has no rows below its heading"])
    return ReadQuotes(wave=wave, quotes=tuple(quotes))


def _columns(sheet: Sheet) -> Columns:
    first = next(sheet.rows, None)
    if first is None:
        raise BadMarks([f"{sheet.name}: is empty; expected a heading and rows"])
    places = read_places(
        first, sheet.name, known=_words_of("columns"), needed=load_table(TEMPLATE)["needed"], advice=ADVICE
    )
    headings = {code: first.cells[place] for code, place in places.items()}
    return Columns(name=sheet.name, form=TEMPLATE, places=places, headings=headings)


def _quote(cells: Cells, known: Known, wave: Wave) -> Quote:
    told = cells.text("wave")
    if told and told != wave.id:
        raise cells.fault("wave", f"but this import is of {wave.id!r}; one file holds one wave")
    words = " ".join(cells.text("quote").split())
    if not words:
        raise cells.fault("quote", "is empty; leave the row out or write what was said")
    if len(words) > LONGEST_QUOTE:
        raise cells.fault("quote", f"has more than {LONGEST_QUOTE:,} characters; shorten it")
    service = cells.code(
        "service", known.service, "service", "use an id of «kb export services» or list it in the wave"
    )
    theme = cells.code("theme", partial(_code, "themes"), "theme", f"the themes are {', '.join(theme_codes())}")
    language = cells.code("language", partial(_code, "languages"), "language", "write kk or ru")
    for column, code in (("service", service), ("theme", theme), ("language", language)):
        if code is None:
            raise cells.fault(column, "is empty; every row needs one")
    return Quote(
        service=service or "",
        theme=theme or "",
        language=Language(language or ""),
        words=words,
        region=cells.code("region", known.region, "region on that day", "use its full name or its ISO 3166-2 code"),
        channel=cells.code("channel", known.channel, "channel", "the channels stand in docs/monitoring.md"),
    )


def _code(part: str, text: str) -> str | None:
    return _words_of(part).get(text.lower())


@cache
def _words_of(part: str) -> Mapping[str, str]:
    """The codes of a part of the template by the words that stand for them."""
    entries = load_table(TEMPLATE)[part]
    named = {code: entry.values() if isinstance(entry, Mapping) else entry for code, entry in entries.items()}
    return {word: code for code, words in named.items() for word in (code, *(str(one).lower() for one in words))}
