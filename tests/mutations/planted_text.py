"""Texts of services in which something is planted: real acts, sample acts, sections of the monitoring report."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path

from kb.extract import Extraction, extract_document
from kb.model import Act, ActType, Clause, ClauseKind, Document, Snapshot
from kb.text import fold
from scrapers import monitoring
from tests.conftest import SAMPLE_ACTS, shared_folder
from tests.mutations.parity_document import with_text
from tests.mutations.plant_words import table, topic_pattern
from tests.real.act_file import read_act

FIRST_WORDS = 220
TAKEN = datetime(2026, 11, 26, tzinfo=UTC)  # the day of the checks: rates of later days are not known yet
SECTION = re.compile(r"section-\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part of a standard that is about a topic, `text[start:end]` of the document."""

    topic: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class PlantedText:
    """A text of one service. `scope` is the clause that holds what it says of it; `sibling` the file of the same act in
    the other language."""

    name: str
    read: Callable[[], Document]
    sibling: Path | None = None

    @cached_property
    def document(self) -> Document:
        """The text as it is."""
        return self.read()

    @cached_property
    def extraction(self) -> Extraction:
        """What the product reads in it as it is."""
        return extract_document(self.document)

    @cached_property
    def scope(self) -> Clause | None:
        """The clause that holds the only service; None where the text states none or several."""
        if self.is_report:
            return next((one for one in self.document.clauses if one.id.endswith("/info")), None)
        named = {one.evidence.clause for one in self.extraction.mentions}
        if len(named) != 1:
            return None
        (clause,) = named
        return next((one for one in self.document.clauses if one.id == clause), None)

    @property
    def service_name(self) -> str:
        """The name of its service in its language."""
        mention = self.extraction.mentions[0]
        return mention.name_kk or mention.name_ru or ""

    def in_note(self, place: int) -> bool:
        """Whether a place is in a note of the editors: notes set nothing."""
        first = self.document.text.rfind("\n", 0, place) + 1
        return self.document.text.startswith((">", "*"), first)

    @property
    def is_report(self) -> bool:
        """Whether it is a section of a report."""
        return self.document.layout == "report"

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts by topic, the first of each."""
        found: dict[str, Part] = {}
        scope = self.scope
        for clause in self.document.clauses if scope else ():
            if scope is None or not clause.id.startswith(f"{scope.id}/") or not self._is_part(clause, scope):
                continue
            words = self.document.text[clause.start : min(clause.end, clause.start + FIRST_WORDS)]
            head = fold(clause.label or words).text if clause.kind is ClauseKind.ROW else fold(words).text
            for topic in table()["topics"]:
                if topic not in found and topic_pattern(topic, self.document.language).search(head):
                    found[topic] = Part(topic=topic, start=clause.start, end=clause.end)
                    break
        return tuple(found.values())

    def _is_part(self, clause: Clause, scope: Clause) -> bool:
        inner = clause.id.removeprefix(f"{scope.id}/")
        if self.is_report:
            return clause.kind is ClauseKind.PARAGRAPH
        return "/" not in inner and clause.kind in (ClauseKind.ROW, ClauseKind.POINT)

    def changed(self, start: int, end: int, words: str) -> Document:
        """The document with other words at a place, read anew."""
        text = self.document.text[:start] + words + self.document.text[end:]
        if not self.is_report:
            return with_text(self.document, text)
        longer = len(words) - (end - start)
        clauses = tuple(
            replace(one, start=_moved(one.start, end, longer), end=_moved(one.end, end, longer))
            for one in self.document.clauses
        )
        return replace(self.document, text=text, clauses=clauses)


def _moved(place: int, end: int, longer: int) -> int:
    return place + longer if place >= end else place


def signed(document: Document, digest: str, act: str | None) -> Document:
    """The document as a body and an act of its own."""
    body = document.snapshot
    snapshot = replace(body, digest=f"sha256:{digest}", document=f"{digest}.md", taken_at=min(body.taken_at, TAKEN))
    own = act and Act(id=act, ids=(act,), type=ActType.ORDER, number=None, date=None, title_kk=None, title_ru=None)
    return replace(document, snapshot=snapshot, act=own or None)


def planted_texts() -> Iterator[PlantedText]:
    """The texts, real ones first; none of those without the folder of real documents."""
    for folder in (shared_folder() / "data" / "acts", SAMPLE_ACTS):
        for path in sorted(folder.rglob("*.md")):
            if "codes" not in path.parts:
                name = str(path.relative_to(folder))
                yield PlantedText(name=name, read=partial(read_act, path), sibling=_sibling(path))
    yield from _sections(shared_folder() / "seeds")


def _sibling(path: Path) -> Path | None:
    own, other = ("kaz", "rus") if "kaz" in path.name else ("rus", "kaz")
    sibling = path.with_name(path.name.replace(own, other))
    return sibling if sibling != path and sibling.is_file() else None


def _sections(folder: Path) -> Iterator[PlantedText]:
    for path in sorted(folder.glob("001_*.txt")):
        body = path.read_bytes()
        snapshot = Snapshot(
            digest="sha256:" + hashlib.sha256(body).hexdigest(), document=path.name, source="monitoring",
            media_type="text/plain", taken_at=datetime(2031, 4, 9, tzinfo=UTC), size=len(body),
        )  # fmt: skip
        report = monitoring.read(snapshot, body, lambda _pattern: {})
        for section in report.clauses:
            if SECTION.fullmatch(section.id):
                yield PlantedText(name=f"001/{section.id}", read=partial(_cut, report, section))


def _cut(report: Document, section: Clause) -> Document:
    """One section as a document: only its name and general information."""
    held = [one for one in report.clauses if one.id == section.id or one.id.startswith((f"{section.id}/info",))]
    end = max(one.end for one in held if one.id != section.id) if len(held) > 1 else section.end
    clauses = tuple(
        replace(one, start=one.start - section.start, end=min(one.end, end) - section.start) for one in held
    )
    return replace(report, text=report.text[section.start : end], blocks=(), clauses=clauses, issues=())
