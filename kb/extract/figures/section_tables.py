"""The tables of a section: marks, places of service, components by place, ages."""

from collections.abc import Iterator, Sequence

from kb.extract.figures.grid import Cell, Grid
from kb.extract.figures.words import FILE, channel_of, find_terms, matches, search
from kb.extract.wording import coded_wording
from kb.model import Evidence, Remark, RemarkKind, SourceKind, SurveyChannel

OVERALL = "overall"
UNKNOWN = "column-"
LEAST_COMPONENTS = 4  # a heading that names fewer is of another table
MARKS = 5
RESPONDENTS, EMPLOYEES = "respondents", "employees"


def read_table(grid: Grid, service: str) -> Iterator[Remark]:
    """The figures and telling labels of one table; nothing for a table of another kind. What is told in columns may be
    told in rows: marks and components may stand below one another."""
    found = list(_read(grid, service))
    turned = None if found else grid.turned()
    if turned and any(_opens_marks(row) or known(components_of(row)) >= LEAST_COMPONENTS for row in turned.rows[:1]):
        found = list(_read(turned, service))
    yield from found


def _opens_marks(row: tuple[Cell, ...]) -> bool:
    return sum(bool(search("mark", cell.plain)) for cell in row) >= MARKS


def _read(grid: Grid, service: str) -> Iterator[Remark]:
    for number, row in enumerate(grid.rows):
        if _opens_marks(row):
            yield from _marks(grid, service, number)
            return
        if len({found for cell in row if (found := _channel_word(cell))}) > 1 and number + 2 < len(grid.rows):
            yield from _places(grid, service, number)
            return
        if known(components_of(row)) >= LEAST_COMPONENTS:
            yield from _components(grid, service, number)
            return
        if matches("ages", row[0].plain):
            yield from _ages(grid, service, number)
            return


def components_of(row: tuple[Cell, ...]) -> list[str]:
    """What the filled cells of a heading name: components, the service as a whole as `overall`, `column-<place>` for
    words that are unknown; a cell may name two."""
    found: list[str] = []
    for cell in row:
        named = [term.code for term in find_terms(cell.plain, "components")]
        if not named and matches("documents_label", cell.plain):
            named = ["documents"]
        elif named and named[-1] != "documents" and matches("documents_glued", cell.plain):
            named.append("documents")
        if not named and matches("overall", cell.plain):
            named = [OVERALL]
        if not named:
            named = [f"{UNKNOWN}{cell.column}"]
        found.extend(code for code in named if not found or found[-1] != code)
    return found


def known(subjects: Sequence[str]) -> int:
    """How many of the subjects are known ones."""
    return sum(not one.startswith(UNKNOWN) for one in subjects)


def measure_of(label: str) -> str | None:
    """What a heading of a column says that its figures count."""
    return next((code for code, pattern in coded_wording(FILE, "headings") if pattern.search(label)), None)


def figure(
    service: str,
    evidence: Evidence,
    grid: Grid,
    *,
    subject: str,
    measure: str,
    cell: Cell,
    channel: SurveyChannel | None = None,
    group: str | None = None,
    row: str | None = None,
    column: str | None = None,
) -> Remark:
    """The remark of a cell with a number."""
    return Remark(
        service=service,
        kind=RemarkKind.FIGURE,
        source_kind=SourceKind.SURVEY,
        evidence=evidence,
        subject=subject,
        measure=measure,
        value=cell.number,
        channel=channel,
        group=group,
        table=grid.name,
        row=row,
        column=column,
    )


def _channel_word(cell: Cell) -> SurveyChannel | None:
    found = None if cell.number is not None else channel_of(cell.plain)
    return None if found is SurveyChannel.ALL else found


def _marks(grid: Grid, service: str, heading: int) -> Iterator[Remark]:
    columns = {
        cell.column: str(found[1]) for cell in grid.rows[heading] if (found := search("mark", cell.plain)) is not None
    }
    for row in grid.rows[heading + 1 :]:
        label, cells = row[0], [cell for cell in row[1:] if cell.number is not None]
        if len(cells) != MARKS or label.number is not None or any(cell.column not in columns for cell in cells):
            continue
        measure = "share" if any(cell.is_share for cell in cells) else "count"
        for cell in cells:
            yield figure(
                service, grid.cite(cell), grid, subject=OVERALL, measure=measure, cell=cell, group="mark",
                row=measure, column=columns[cell.column],
            )  # fmt: skip
        who = EMPLOYEES if matches("employees", label.plain) else RESPONDENTS
        yield _heading(service, grid, label, subject=who, row=measure)


def _places(grid: Grid, service: str, heading: int) -> Iterator[Remark]:
    """The table by place of service: channels, under each a share and a mean. What a figure is, its shape tells: the
    labels may be exchanged, which the headings keep."""
    channels = [found for cell in grid.rows[heading] if (found := _channel_word(cell))]
    for labels, values in zip(grid.rows[heading + 1 :], grid.rows[heading + 2 :], strict=False):
        numbers = [cell for cell in values if cell.number is not None]
        if len(numbers) != 2 * len(channels) or not any(cell.is_share for cell in numbers):
            continue
        for place, cell in enumerate(numbers):
            measure = "share" if cell.is_share else "mean"
            yield figure(
                service, grid.cite_row(values), grid, subject=OVERALL, measure=measure, cell=cell,
                channel=channels[place // 2], row="place", column=str(place),
            )  # fmt: skip
        if len(labels) == len(numbers):
            for place, label in enumerate(labels):
                told = measure_of(label.plain)
                if told:
                    row = grid.cite_row(labels)
                    yield _heading(service, grid, label, measure=told, row="place", column=str(place), evidence=row)
        return


def _components(grid: Grid, service: str, heading: int) -> Iterator[Remark]:
    """Means of the components by place of service; a row with more or fewer numbers than labels is not read."""
    components = components_of(grid.rows[heading])
    for row in grid.rows[heading + 1 :]:
        numbers = [cell for cell in row if cell.number is not None]
        channel = channel_of(row[0].plain) if row[0].number is None else None
        if channel is None or len(numbers) != len(components) or len(set(components)) != len(components):
            continue
        for subject, cell in zip(components, numbers, strict=True):
            yield figure(
                service, grid.cite(cell), grid, subject=subject, measure="mean", cell=cell, channel=channel,
                row=channel.value, column=subject,
            )  # fmt: skip


def _ages(grid: Grid, service: str, heading: int) -> Iterator[Remark]:
    labels = {cell.column: measure_of(cell.plain) for cell in grid.rows[heading]}
    for row in grid.rows[heading + 1 :]:
        age = search("age_group", row[0].plain)
        if age is None:
            continue
        for cell in row[1:]:
            measure = labels.get(cell.column)
            if cell.number is not None and measure is not None:
                yield figure(
                    service, grid.cite_row(row), grid, subject=OVERALL, measure=measure, cell=cell,
                    group=age.group(), row="age", column=measure,
                )  # fmt: skip


def _heading(
    service: str,
    grid: Grid,
    label: Cell,
    *,
    subject: str | None = None,
    measure: str | None = None,
    row: str | None = None,
    column: str | None = None,
    evidence: Evidence | None = None,
) -> Remark:
    return Remark(
        service=service,
        kind=RemarkKind.HEADING,
        source_kind=SourceKind.SURVEY,
        evidence=evidence or grid.cite(label),
        subject=subject,
        measure=measure,
        table=grid.name,
        row=row,
        column=column,
    )
