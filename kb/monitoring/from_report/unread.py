"""What of a report did not come into a wave, and what it says of the wave itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.model import Evidence, Language
from kb.monitoring.errors import MonitoringError
from kb.monitoring.template import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something that could not be taken in: `reason` is a code of the data file, `subject` the code or words of what
    it is of, `evidence` where it stands, None where the report says nothing at all; `figures` how many numbers."""

    reason: str
    subject: str
    evidence: Evidence | None = None
    figures: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadFact:
    """A field of the head of a wave as the report tells it, with its place."""

    field: str
    value: str
    evidence: Evidence


def report_wave_words(kind: str, code: str, language: Language) -> str:
    """The words of a field (`facts`) or a reason (`unread`); raises MonitoringError for an unknown code."""
    words = load_table("from_report")[kind].get(code)
    if words is None:
        raise MonitoringError(f"kb/monitoring/data/from_report.yaml has no words for {code!r} among {kind}; add them")
    return str(words[language.value])


def gather(unread: Iterable[Unread]) -> Iterator[Unread]:
    """The same things once, at their first place, with the number of their figures added up."""
    found: dict[tuple[str, str], Unread] = {}
    for one in unread:
        first = found.get((one.reason, one.subject))
        figures = one.figures + (first.figures if first else 0)
        kept = first or one
        found[one.reason, one.subject] = Unread(
            reason=one.reason, subject=one.subject, evidence=kept.evidence, figures=figures
        )
    yield from found.values()
