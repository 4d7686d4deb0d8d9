"""How many people were asked of each service of a report, and how many gave which mark."""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model import Evidence
from kb.model.monitoring import Answers
from kb.monitoring.from_report.unread import Unread
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.places import people_by_place


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedService:
    """A service with the marks that people gave it, `silent` of them none; `places` are how many were served where, by
    channel, without those of nobody."""

    key: str
    marks: Answers
    places: Mapping[str, int]
    evidence: Evidence

    @property
    def channel(self) -> str | None:
        """The channel where the places say that all were served in one and count the same people."""
        alone = len(self.places) == 1 and sum(self.places.values()) == self.marks.asked
        return next(iter(self.places)) if alone else None


def read_asked(ground: ReportGround) -> tuple[dict[str, AskedService], list[Unread]]:
    """Each service whose counts are told, and what is not told or told twice.

    Asked are those who gave a mark and those whom the note below the table counts as undecided. A service whose marks
    are all fives has no table of marks: then all who were asked gave a five where the report notes the undecided of
    every other section whole.
    """
    noted = {key: people for key, (people, _) in ground.undecided.items()}
    places = people_by_place(ground)
    whole = _notes_are_whole(ground, noted)
    found: dict[str, AskedService] = {}
    unread: list[Unread] = []
    for key, section in ground.sections.items():
        marks = ground.marks.get(key)
        exact = marks is not None and (marks.least == marks.most or (whole and key not in noted))
        if marks is None or not exact:
            unread.append(Unread(reason="marks_not_told", subject=key, evidence=section.evidence))
            continue
        answers = Answers(marks.most.counts, silent=noted.get(key, 0))
        found[key] = AskedService(key=key, marks=answers, places=places.get(key, {}), evidence=marks.evidence)
        if section.n is not None and section.n != answers.asked:
            unread.append(Unread(reason="people_disputed", subject=key, evidence=section.evidence))
    return found, unread


def _notes_are_whole(ground: ReportGround, noted: Mapping[str, int]) -> bool:
    """Whether in every section with printed counts those who gave a mark and those noted as undecided are as many as
    the table of places has, and where there is no such table, as the section tells."""
    checked = 0
    for key, marks in ground.marks.items():
        sample, section = ground.samples.get(key), ground.sections.get(key)
        people = int(sample.value) if sample else section.n if section else None
        if marks.least == marks.most and people is not None:
            checked += 1
            if marks.most.rated + noted.get(key, 0) != people:
                return False
    return checked > 0
