"""What a run of collection brought, and what needs a look."""

from dataclasses import dataclass, field

from kb.model import Issue, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """Documents that were seen, how many of them are new or have another body than before, and links that are gone.

    `complete` tells that all that was asked for was visited; `paused` that the day's budget of a host was
    spent before that.
    """

    documents: int
    new: int
    changed: int
    gone: int
    alarms: tuple[Issue, ...]
    complete: bool
    paused: bool


@dataclass(slots=True)
class Tally:
    """The figures of a run while it goes on; a document that is asked for twice counts once."""

    documents: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    alarms: list[Issue] = field(default_factory=list)
    # Numbers that stand for the names: those of a large source would grow into many megabytes.
    _seen: set[int] = field(default_factory=set)

    def first_time(self, document: str, language: Language | None) -> bool:
        """Whether this run did not come by the document before; from now on it did."""
        mark = hash((document, language))
        if mark in self._seen:
            return False
        self._seen.add(mark)
        return True

    def report(self, *, complete: bool, paused: bool) -> RunReport:
        """The figures as they stand."""
        return RunReport(
            documents=self.documents,
            new=self.new,
            changed=self.changed,
            gone=self.gone,
            alarms=tuple(self.alarms),
            complete=complete,
            paused=paused,
        )
