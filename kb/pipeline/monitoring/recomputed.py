"""Reports computed anew, each once."""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from kb.monitoring import Recomputation
from kb.pipeline.errors import HomeBusy
from kb.pipeline.home import Home
from kb.pipeline.monitored import archived_report, recompute_archived

# The report of 2017 takes fourteen seconds of a core and two megabytes; a base has a few reports.
KEPT = 8
WAIT_S = 20.0  # longer than a report alone takes


@dataclass(frozen=True, slots=True, kw_only=True)
class RecomputedReports:
    """Figures of reports by the digest of their body, computed once and one at a time."""

    home: Home
    _kept: OrderedDict[str, Recomputation] = field(default_factory=OrderedDict, init=False, repr=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def of(self, document: str) -> Recomputation:
        """The printed figures of a document of the archive computed anew; raises UnknownName, MonitoringError, and
        HomeBusy where others wait for a report longer than WAIT_S: they would hold the threads of the server."""
        snapshot = archived_report(self.home, document)
        if not self._lock.acquire(timeout=WAIT_S):
            raise HomeBusy("a report is being computed anew; try again in a minute")
        try:
            found = self._kept.get(snapshot.digest)
            if found is None:
                found = recompute_archived(self.home, snapshot)
            self._kept[snapshot.digest] = found
            self._kept.move_to_end(snapshot.digest)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        finally:
            self._lock.release()
        return found
