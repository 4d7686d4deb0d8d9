"""The sources, and how much of each there is."""

from datetime import date

import scrapers
from kb.collect import Archive
from kb.pipeline.archived import Archived, count_archived
from kb.pipeline.freshness import freshness_of
from kb.pipeline.states import SourceState
from kb.store import Reader, SourceCounts

NOTHING = SourceCounts(documents=0, statements=0, issues=0, newest=None, samples=0)


def read_sources(base: Reader, archive: Archive, *, today: date) -> tuple[SourceState, ...]:
    """All sources that this program knows, by id."""
    counts, bodies, runs = base.source_counts(), base.body_counts(), base.runs()
    archived = count_archived(archive, base.removed())
    states = []
    for name, scraper in sorted(scrapers.discover().items()):
        held, found = counts.get(name, NOTHING), archived.get(name, Archived())
        states.append(
            SourceState(
                source=scraper.SOURCE,
                archived=found.documents,
                documents=held.documents,
                removed=found.removed,
                statements=held.statements,
                issues=held.issues,
                samples=held.samples,
                newest=found.newest,
                freshness=freshness_of(scraper.SOURCE, [run for run in runs if run.source == name], today=today),
                bodies=bodies.get(name, ()),
                collected=hasattr(scraper, "discover"),
            )
        )
    return tuple(states)
