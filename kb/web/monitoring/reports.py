"""Documents of the base whose printed figures can be computed anew."""

from kb.model import FindingClass
from kb.pipeline import FindingConditions, NothingBuilt, Registry


def report_names(registry: Registry) -> tuple[str, ...]:
    """Those that figures of a survey were read from, and those with findings of class statistics; sorted."""
    try:
        surveyed = {row.evidence.document for row, _ in registry.all_survey()}
        disputed = {
            side.evidence.document
            for judged, _ in registry.findings.each(FindingConditions(kinds=(FindingClass.STATISTICS.value,)))
            for side in (judged.finding.a, judged.finding.b)
        }
    except NothingBuilt:
        return ()
    return tuple(sorted(surveyed | disputed))
