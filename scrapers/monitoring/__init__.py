"""Reports on public monitoring of the quality of services: a numbered section a service, with survey tables."""

import re
from itertools import pairwise

from kb.model import Document, Issue, Language, Layout, Severity, Snapshot, Source, SourceKind
from kb.read import Head, Reading, read_body, read_plain, words_of
from kb.text import fold, identify_language
from scrapers._contract import Related
from scrapers.monitoring.division import divide_report
from scrapers.monitoring.labels import wording
from scrapers.monitoring.sections import Section, find_sections

TRIAL = 10
SOURCE = Source(
    id="monitoring",
    publisher_kk="Мемлекеттік қызмет істері агенттігі: қоғамдық мониторинг есептері",
    publisher_ru="Агентство по делам государственной службы: отчёты общественного мониторинга",
    urls=("https://www.gov.kz/memleket/entities/qyzmet",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.SURVEY,
    layout=Layout.VERIFIED,
)

_TYPES = {
    "text/plain",
    "text/markdown",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
# An entry of a table of contents: number, name, page.
_ENTRY = re.compile(r"(?m)^[ \t#*]*(\d{1,3})[.)][ \t]*\S[^\n]*?[.\t ]\d{1,4}[ \t]*$")
_ENOUGH_ENTRIES = 3


def recognise(head: Head) -> bool:
    """A text about public monitoring with the section of a service, or with services in its table of contents."""
    if head.media_type not in _TYPES:
        return False
    folded = fold(head.text).text
    if not any(re.search(pattern, folded) for pattern in wording()["subject"]):
        return False
    numbers = [int(number) for number in _ENTRY.findall(head.text)]
    counted = sum(1 for before, number in pairwise(numbers) if number == before + 1)
    return counted + 1 >= _ENOUGH_ENTRIES or bool(find_sections(head.text, read_plain(head.text).blocks))


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The report, its sections in clauses `section-<number>`."""
    del related
    reading = read_body(body, snapshot.media_type, document=snapshot.document)
    language = identify_language(words_of(reading.text[:200_000]))
    sections = find_sections(reading.text, reading.blocks)
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="report",
        title=_title(reading),
        blocks=reading.blocks,
        clauses=divide_report(reading.text, reading.blocks, sections, language=language),
        year=_year(reading),
        issues=reading.issues + tuple(_issues(snapshot, reading, sections)),
    )


def _title(reading: Reading) -> str | None:
    """The first line that names the subject."""
    for block in reading.blocks[:30]:
        words = words_of(reading.text[block.start : block.end])
        if any(re.search(pattern, fold(words).text) for pattern in wording()["subject"]):
            return words[:300]
    return reading.title


def _year(reading: Reading) -> int | None:
    """The first year that the report names; it stands on the title page."""
    found = re.search(wording()["year"], fold(reading.text[:20_000]).text)
    return int(found[1]) if found else None


def _issues(snapshot: Snapshot, reading: Reading, sections: tuple[Section, ...]) -> list[Issue]:
    issues: list[Issue] = []

    def add(code: str, severity: Severity, message: str, line: int | None = None) -> None:
        issues.append(Issue(code=code, severity=severity, document=snapshot.document, message=message, line=line))

    if not sections:
        add(
            "no_sections",
            Severity.ERROR,
            "no section of a service; expected «N. name» and its labels",
        )
    for section in sections:
        if section.guessed:
            line = reading.text.count("\n", 0, reading.blocks[section.first].start) + 1
            message = f"line {line}: the number of the section is lost or misread, {section.number} is due"
            add("section_number", Severity.WARNING, message, line)
    numbers = [section.number for section in sections]
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    if missing:
        add("sections_missing", Severity.ERROR, f"no section with the number {', '.join(map(str, missing))} was found")
    return issues
