"""Files of one wave → the wave in the base, all of it or nothing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.model.monitoring import Wave
from kb.monitoring.cells import CellFault, Cells
from kb.monitoring.columns import read_columns
from kb.monitoring.engine import Engine
from kb.monitoring.errors import BadMarks
from kb.monitoring.heads import read_head
from kb.monitoring.known import Known
from kb.monitoring.observations import read_observations
from kb.monitoring.printed_checks import PrintedFault, SlippedLabels
from kb.monitoring.sheets import Sheet, read_csv, read_json, read_xlsx
from kb.monitoring.staged import count_answers, find_twice, most_asked, staged_writer
from kb.monitoring.totals import find_totals
from kb.monitoring.wave_store import WaveStore

READERS = {".csv": read_csv, ".tsv": read_csv, ".json": read_json, ".xlsx": read_xlsx}
MOST_FAULTS = 20  # told at once; a file with more is wrong as a whole
COUNTS, ROWS = "marks", "rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came in: the wave, rows of files read, people's answers (`silent` ones not among them)."""

    wave: Wave
    rows: int
    answers: int
    silent: int


def import_wave(
    store: WaveStore,
    files: Sequence[Path],
    *,
    services: Collection[str],
    head: Mapping[str, Any] | None = None,
    replace: bool = False,
) -> ImportReport:
    """Takes the files in as one wave; `services` are the ids of the registry, `head` tells of the wave where no file
    does.

    Raises BadMarks with a line for each fault (the first twenty), WaveExists, or MonitoringError; then nothing was
    kept.
    Rows are streamed: memory does not grow with their number.
    """
    sheets = [open_sheet(path) for path in files]
    (report,) = take_in(store, [(wave_of(sheets, head), sheets)], services=services, replace=replace)
    return report


def take_in(
    store: WaveStore,
    waves: Sequence[tuple[Wave, Sequence[Sheet]]],
    *,
    services: Collection[str],
    replace: bool = False,
    with_lines: bool = False,
) -> tuple[ImportReport, ...]:
    """Takes the sheets of waves in, all of them or none; `with_lines` keeps the number of the row beside each answer.
    Raises as `import_wave` does."""
    if not replace:
        for wave, _ in waves:
            store.require_new(wave.id)
    reports: list[ImportReport] = []
    with store.staging() as folder:
        for wave, sheets in waves:
            known = Known({*services, *(one.id for one in wave.services)}, wave.since)
            rows, counted = _stage(_staged(folder, wave), sheets, wave, known)
            with store.opened() as engine:
                answers, silent = _check(engine, _staged(folder, wave), wave, sheets, counted=counted)
            reports.append(ImportReport(wave=wave, rows=rows, answers=answers, silent=silent))
        with store.opened() as engine:
            for wave, _ in waves:
                store.write(engine, _staged(folder, wave), wave, with_lines=with_lines)
    return tuple(reports)


def _staged(folder: Path, wave: Wave) -> Path:
    return folder / f"{wave.id}.csv"


def _check(engine: Engine, staged: Path, wave: Wave, sheets: Sequence[Sheet], *, counted: bool) -> tuple[int, int]:
    """How many answers and silent people were staged of a wave, looked at as a whole; raises BadMarks. Only counts
    (`counted`) can be totals of others."""
    names = [sheet.name for sheet in sheets]
    _check_twice(engine, staged, names)
    if counted:
        _check_totals(engine, staged, names)
    told = count_answers(engine, staged)
    _check_sample(engine, staged, wave)
    return told


def open_sheet(path: Path) -> Sheet:
    """The rows of a CSV, XLSX or JSON file; raises BadMarks for another one."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise BadMarks([f"{path.name}: is none of {', '.join(READERS)}; save the rows as one of these"])
    if not path.is_file():
        raise BadMarks([f"{path.name}: there is no such file"])
    return reader(path, path.name)


def wave_of(sheets: Sequence[Sheet], head: Mapping[str, Any] | None) -> Wave:
    """The one wave that the files or a head beside them tell of; raises BadMarks where it is none or several."""
    heads = [(sheet.name, sheet.head) for sheet in sheets if sheet.head is not None]
    if head is not None:
        heads.insert(0, ("the head", head))
    if not heads:
        raise BadMarks(
            ["no file tells of the wave; give --wave FILE.json with its id, year, organisation, method and days"]
        )
    waves = [read_head(one, name) for name, one in heads]
    if any(one != waves[0] for one in waves):
        raise BadMarks([f"{heads[0][0]} and {heads[1][0]} tell of two waves; import them one after the other"])
    return waves[0]


def _stage(staged: Path, sheets: Sequence[Sheet], wave: Wave, known: Known) -> tuple[int, bool]:
    """Writes the observations of all sheets to a file of our own: how many rows, and whether one has counts of people;
    raises BadMarks with the faults of all of them."""
    faults: list[str] = []
    rows, counted = 0, False
    with staged_writer(staged) as writer:
        for place, sheet in enumerate(sheets):
            before, labels, slipped = rows, SlippedLabels(), dict[int, PrintedFault]()
            for cells, form in _rows_of(sheet):
                rows += 1
                counted = counted or form != ROWS
                try:
                    _check_wave(cells, wave)
                    if form == COUNTS:
                        labels.remember(cells)
                    for one in read_observations(cells, form, known):
                        writer.write(place, cells.number, one)
                except CellFault as fault:
                    if isinstance(fault, PrintedFault):
                        slipped[len(faults)] = fault
                    faults.append(str(fault))
                    if len(faults) == MOST_FAULTS:
                        raise BadMarks([*faults, f"{sheet.name}: and perhaps more; reading stopped here"]) from None
            for number, told in slipped.items():  # whose figures they are is known at the end of the file
                faults[number] = labels.explain(told)
            if rows == before:
                faults.append(f"{sheet.name}: has no rows below its heading")
    if faults:
        raise BadMarks(faults)
    return rows, counted


def _rows_of(sheet: Sheet) -> Iterator[tuple[Cells, str]]:
    first = next(sheet.rows, None)
    if first is None:
        raise BadMarks([f"{sheet.name}: is empty; expected a heading and rows"])
    columns = read_columns(first, sheet.name)
    for row in sheet.rows:
        yield Cells(row, columns), columns.form


def _check_wave(cells: Cells, wave: Wave) -> None:
    told = cells.text("wave")
    if told and told != wave.id:
        raise cells.fault("wave", f"but this import is of {wave.id!r}; one file holds one wave")


def _check_twice(engine: Engine, staged: Path, names: Sequence[str]) -> None:
    """Raises BadMarks where two rows answer the same question for the same people."""
    found = find_twice(engine, staged, MOST_FAULTS)
    if found:
        raise BadMarks(
            [
                f"{names[one.second[0]]}: row {one.second[1]} answers «{one.question}» for {one.service} again, as row "
                f"{one.first[1]} of {names[one.first[0]]} does; the same people must not be counted twice"
                for one in found
            ]
        )


def _check_totals(engine: Engine, staged: Path, names: Sequence[str]) -> None:
    """Raises BadMarks for rows that are the sum of others beside them."""
    found = find_totals(engine, staged, MOST_FAULTS)
    if found:
        raise BadMarks(
            [
                f"{names[one.row[0]]}: row {one.row[1]} is the total of {one.parts} other rows by {one.column} "
                f"(«{one.question}» of {one.service}); leave it out, its people would be counted twice"
                for one in found
            ]
        )


def _check_sample(engine: Engine, staged: Path, wave: Wave) -> None:
    """Raises BadMarks where more people answered a question than the sample of the wave has."""
    question, people = most_asked(engine, staged)
    if wave.sample is not None and people > wave.sample:
        raise BadMarks(
            [f"«{question}» was put to {people} people, the sample of the wave is {wave.sample}; correct one"]
        )
