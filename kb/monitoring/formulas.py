"""Formulas of measures in words, with who says so."""

from dataclasses import dataclass

from kb.model.language import Language
from kb.monitoring.errors import MonitoringError
from kb.monitoring.template import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A measure: the formula over counts, its name, what a reader should know of it, and its source."""

    code: str
    formula: str
    name: str
    note: str
    source: str


def formula_of(code: str, language: Language) -> Formula:
    """The formula of a measure in a language; raises MonitoringError for a code that the data file lacks."""
    entry = load_table("formulas").get(code)
    if entry is None:
        raise MonitoringError(f"kb/monitoring/data/formulas.yaml has no formula {code!r}; add it")
    told, formula = language.value, entry["formula"]  # with words of a language, or with signs alone
    return Formula(
        code=code,
        formula=formula if isinstance(formula, str) else formula[told],
        name=entry[told],
        note=entry["note"][told],
        source=entry["source"][told],
    )


def formula_codes() -> tuple[str, ...]:
    """The codes of all formulas, in the order of the data file."""
    return tuple(load_table("formulas"))
