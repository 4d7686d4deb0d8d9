"""A report → every printed figure that other figures of it decide on."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kb.model import Document
from kb.model.monitoring import Recomputed, Standing
from kb.monitoring.report.ground import ReportGround, read_ground
from kb.monitoring.report.lists import recompute_list
from kb.monitoring.report.printed import LostRow
from kb.monitoring.report.rules.by_place import check_by_place
from kb.monitoring.report.rules.channels import check_channels
from kb.monitoring.report.rules.differences import check_differences, check_places
from kb.monitoring.report.rules.events import check_events, check_region_events
from kb.monitoring.report.rules.groups import check_group_means, check_groups
from kb.monitoring.report.rules.marks import (
    check_lost_labels,
    check_own_shares,
    check_people,
    check_sections,
    check_tables,
)
from kb.monitoring.report.rules.pooled import check_totals
from kb.monitoring.report.rules.possible import check_possible
from kb.monitoring.report.rules.regions import check_regions
from kb.monitoring.report.rules.sums import check_column_totals, check_hundred, check_repeats, check_row_totals
from kb.monitoring.report.rules.tension import check_tension
from kb.monitoring.report.rules.told_people import check_labels, check_sample, check_told_people

RULES: tuple[Callable[[ReportGround], Iterator[Recomputed]], ...] = (
    check_own_shares,
    check_sections,
    check_tables,
    check_people,
    check_lost_labels,
    check_row_totals,
    check_column_totals,
    check_hundred,
    check_repeats,
    check_regions,
    check_totals,
    check_differences,
    check_places,
    check_tension,
    check_possible,
    check_told_people,
    check_sample,
    check_labels,
    check_events,
    check_region_events,
    check_by_place,
    check_channels,
    check_groups,
    check_group_means,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputation:
    """`figures` by their place in the document, `lost` the rows whose numbers could not be told apart."""

    document: str
    figures: tuple[Recomputed, ...]
    lost: tuple[LostRow, ...]

    @property
    def counts(self) -> dict[Standing, int]:
        """How many figures have each standing."""
        return count_standings(self.figures)


def count_standings(figures: Iterable[Recomputed]) -> dict[Standing, int]:
    """How many figures have each standing, 0 for those that none has."""
    counted = Counter(one.standing for one in figures)
    return {standing: counted[standing] for standing in Standing}


def recompute(document: Document) -> Recomputation:
    """Every figure of a report that follows from others of it, computed anew and never put right.

    A report with sections by service is read by its tables, a text with a list of bodies by that list; raises
    MonitoringError for a document that has neither.
    """
    listed = recompute_list(document)
    if listed:
        return Recomputation(document=document.snapshot.document, figures=tuple(listed), lost=())
    ground = read_ground(document)
    found = [one for rule in RULES for one in rule(ground)]
    found.sort(key=lambda one: (one.evidence.start, one.rule))
    return Recomputation(document=document.snapshot.document, figures=tuple(found), lost=ground.lost)
