"""Tables of a report with a column for each aspect or channel."""

from kb.monitoring import Group, RatedRow, question_words
from kb.pipeline.monitoring_report.ground import ReportGround
from kb.pipeline.monitoring_report.tables import Column, Counted, Section, Table


def aspects_section(ground: ReportGround) -> Section:
    """Bodies by the aspects that the wave asked about."""

    def make() -> Section:
        table = ground.monitoring.aspects(ground.wave.id, Group.BODY)
        words = ground.words
        notes = [_counts_note(ground)] if table.aspects else [words("note.not_asked")]
        if table.missing:
            missing = "; ".join(question_words(code, ground.language) for code in table.missing)
            notes.append(words("note.missing", aspects=missing))
        parts = _parts(ground)
        columns = [Column(name=question_words(code, ground.language), parts=parts) for code in table.aspects]
        return Section(
            code="aspects",
            title=words("section.aspects"),
            table=Table(
                columns=(Column(name=words("column.name"), numeric=False, named=True), *columns),
                rows=tuple(
                    (ground.name(Group.BODY, row.key), *(_counted(row.cells.get(code)) for code in table.aspects))
                    for row in table.rows
                ),
            )
            if table.aspects
            else None,
            notes=tuple(notes),
        )

    return ground.section("aspects", make)


def channels_section(ground: ReportGround, group: Group) -> Section:
    """Bodies or regions by channels, with the difference of two of them."""
    code = "channels" if group is Group.BODY else "regions"

    def make() -> Section:
        table = ground.monitoring.channels(ground.wave.id, group)
        words, parts = ground.words, _parts(ground)
        columns = [Column(name=ground.name(Group.CHANNEL, channel), parts=parts) for channel in table.channels]
        return Section(
            code=code,
            title=words(f"section.{code}"),
            table=Table(
                columns=(
                    Column(name=words("column.name"), numeric=False, named=True),
                    *columns,
                    Column(name=words("column.difference")),
                ),
                rows=tuple(
                    (
                        ground.name(group, row.key),
                        *(_counted(row.cells.get(channel)) for channel in table.channels),
                        row.difference,
                    )
                    for row in table.rows
                ),
            ),
            notes=(_counts_note(ground),) if table.rows else (),
        )

    return ground.section(code, make)


def _parts(ground: ReportGround) -> tuple[str, ...]:
    return tuple(ground.words(f"part.{part}") for part in ("fives", "rated"))


def _counts_note(ground: ReportGround) -> str:
    return ground.words("note.counts", parts=" / ".join(_parts(ground)))


def _counted(row: RatedRow | None) -> Counted | None:
    return Counted(figure=row.satisfaction, counts=(row.counts[-1], row.rated)) if row else None
