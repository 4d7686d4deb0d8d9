"""Figures of a survey that cannot all be right: text, tables, rankings and what is claimed of them."""

from collections.abc import Iterator

from kb.compare.clash import Clash
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.statistics.claims import check_claims
from kb.compare.statistics.conflicts import find_conflicts
from kb.compare.statistics.events import check_events
from kb.compare.statistics.figures import Figures
from kb.compare.statistics.groups import check_groups
from kb.compare.statistics.labels import check_labels
from kb.compare.statistics.lists import check_lists
from kb.compare.statistics.marks import check_bounds, check_marks, check_small_samples
from kb.compare.statistics.places import check_places
from kb.compare.statistics.ranking import compare_ranking
from kb.compare.statistics.recomputed import find_untold
from kb.compare.statistics.shared import check_shared
from kb.model import FindingClass, FindingSeverity


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """All clashes of the figures that reports tell of one service, report by report, and then those computed anew that
    none of them tells."""
    told = list(_check_remarks(material))
    yield from told
    yield from find_untold(material.recomputed, told)


def _check_remarks(material: ServiceMaterial) -> Iterator[Clash]:
    for document in dict.fromkeys(one.evidence.document for one in material.remarks):
        figures = Figures(material, document)
        yield from compare_ranking(figures)
        yield from find_conflicts(figures)
        yield from check_marks(figures)
        yield from check_bounds(figures)
        yield from check_places(figures)
        yield from check_small_samples(figures)
        yield from check_groups(figures)
        yield from check_shared(figures)
        yield from check_labels(figures)
        yield from check_events(figures)
        yield from check_lists(figures)
        yield from check_claims(figures)


RULES = (ServiceRule(kind=FindingClass.STATISTICS, severity=FindingSeverity.MEDIUM, check=check),)
