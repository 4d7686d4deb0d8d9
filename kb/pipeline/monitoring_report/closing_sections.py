"""Which waves may be held against this one, and how everything is computed."""

from kb.model.monitoring import Wave
from kb.monitoring import Group, formula_codes, formula_of
from kb.pipeline.monitoring_report.ground import ReportGround
from kb.pipeline.monitoring_report.tables import Column, ReportCell, Section, Table

WEIGHTED = "weighted_"  # formulas of coefficients, told only where there are some


def comparable_section(ground: ReportGround) -> Section:
    """The other waves with how many services they share."""
    words = ground.words
    others = [wave for wave in ground.monitoring.waves() if wave.id != ground.wave.id]
    names = ("name", "kind", "common", "only_here", "only_there", "comparable")
    titles = {"name": words("wave"), "kind": words("method_name")}
    columns = (
        Column(name=titles.get(name) or words(f"column.{name}"), numeric=name in ("common", "only_here", "only_there"))
        for name in names
    )
    return Section(
        code="comparable",
        title=words("section.comparable"),
        table=Table(columns=tuple(columns), rows=tuple(_other_wave(ground, wave) for wave in others))
        if others
        else None,
        notes=(words("note.years"),) if others else (words("note.alone"), words("note.years")),
    )


def _other_wave(ground: ReportGround, wave: Wave) -> tuple[ReportCell, ...]:
    words = ground.words
    own, other = (set(ground.monitoring.keys(name, Group.SERVICE)) for name in (ground.wave.id, wave.id))
    told = "other_services" if own != other else "other_method" if wave.method != ground.wave.method else "same"
    return (
        f"{wave.id} ({wave.year})",
        words(f"methods.{wave.method}"),
        len(own & other),
        len(own - other),
        len(other - own),
        words(f"comparable.{told}"),
    )


def formulas_section(ground: ReportGround, *, weighted: bool) -> Section:
    """Every measure with its formula and source."""
    words = ground.words
    told = [formula_of(code, ground.language) for code in formula_codes() if weighted or not code.startswith(WEIGHTED)]
    return Section(
        code="formulas",
        title=words("section.formulas"),
        table=Table(
            columns=tuple(
                Column(name=words(f"column.{name}"), numeric=False) for name in ("measure", "formula", "note", "source")
            ),
            rows=tuple((one.name, one.formula, one.note, one.source) for one in told),
        ),
    )
