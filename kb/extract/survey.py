"""Survey figures of a report's section: overall, by marks and by the place where the service was given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.extract.figures.words import find_terms
from kb.extract.wording import coded_wording, wording
from kb.model import Document, SurveyChannel, SurveyPlace, SurveyRow
from kb.model.act import Clause
from kb.text import fold_plain

FILE = "survey"
SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?|[.,]\d{1,2})\s*%")
# A share whose per cent sign was lost still has the ending of a counted thing behind it («74,6-ны»); marks end at 5.
SHARE_WITHOUT_SIGN = re.compile(r"(?<![\d.,])((?:[5-9]|\d{2})[.,]\d{1,2})-?(?:ды|ди|ны|ни|ты|ти)\b")
MEAN_CELL = re.compile(r"[1-5][.,]\d{1,2}")
SUMMARY_LINES = 3  # the result is told in the first paragraphs behind the heading of the results


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document: its place, the clause it belongs to, and its folded text."""

    start: int
    end: int
    clause: str | None
    plain: str

    @property
    def cells(self) -> list[str]:
        """The cells of a table line."""
        return [cell.strip() for cell in self.plain.split("\t")]


def extract_survey(document: Document, key: str, clauses: list[Clause]) -> list[SurveyRow]:
    """The rows of one section: one for all respondents, one for each channel of the table by place of service."""
    lines = list(_result_lines(document, clauses))
    rows = []
    overall = _read_overall(document, key, lines)
    if overall:
        rows.append(overall)
    rows.extend(_read_channels(document, key, lines))
    return rows


def _result_lines(document: Document, clauses: list[Clause]) -> Iterator[Line]:
    for clause in clauses:
        if "/results/" not in clause.id:
            continue
        start = clause.start
        for text in document.text[clause.start : clause.end].split("\n"):
            end = start + len(text)
            if text.strip():
                yield Line(start, end, clause.id, _fold_cells(text))
            start = end + 1


def _fold_cells(text: str) -> str:
    """Folded text that keeps its tabs: they are the borders of cells."""
    return "\t".join(fold_plain(cell) for cell in text.split("\t"))


def _read_overall(document: Document, key: str, lines: list[Line]) -> SurveyRow | None:
    table = next((place for place, line in enumerate(lines) if wording(FILE, "marks_header").search(line.plain)), None)
    summary = lines[: table if table is not None else SUMMARY_LINES + 1]
    counts = _read_counts(lines, table)
    told = next(
        (line for line in summary if wording(FILE, "satisfied").search(line.plain) and _shares_in(line.plain)), None
    )
    if told is None and counts is None:
        return None
    share = _satisfied_share(told.plain) if told else None
    mean = next((found for line in summary for found in [_mean_in(line.plain)] if found is not None), None)
    sample = next((found for line in lines for found in [_sample_in(line.plain)] if found is not None), None)
    place = told or lines[table or 0]
    return SurveyRow(
        service=key,
        channel=SurveyChannel.ALL,
        source=SurveyPlace.SECTION,
        evidence=document.cite(place.start, place.end, place.clause),
        n=sample,
        rated=sum(counts) if counts else None,
        counts=counts,
        satisfaction_pct=share,
        mean=mean,
    )


def _satisfied_share(text: str) -> float | None:
    """The share told nearest to the word of satisfaction."""
    words = [match.start() for match in wording(FILE, "satisfied").finditer(text)]
    shares = [(min(abs(match.start() - word) for word in words), match.group(1)) for match in _shares_in(text)]
    return _number(min(shares)[1]) if shares and words else None


def _shares_in(text: str) -> list[re.Match[str]]:
    return list(SHARE.finditer(text)) or list(SHARE_WITHOUT_SIGN.finditer(text))


def _mean_in(text: str) -> float | None:
    """The first mean that its sentence does not tell of one component."""
    for match in wording(FILE, "mean").finditer(text):
        sentence = text[text.rfind(". ", 0, match.start()) + 1 : match.start()]
        name_end = max((found.end() for found in wording("figures", "name_end").finditer(sentence)), default=0)
        if not find_terms(sentence[name_end:], "components"):
            return _number(next(group for group in match.groups() if group))
    return None


def _sample_in(text: str) -> int | None:
    match = wording(FILE, "sample").search(text)
    return int(next(group for group in match.groups() if group)) if match else None


def _read_counts(lines: list[Line], table: int | None) -> tuple[int, int, int, int, int] | None:
    if table is None:
        return None
    for line in lines[table + 1 : table + 4]:
        cells = line.cells
        numbers = [cell for cell in cells[1:] if cell]
        if (
            wording(FILE, "counts_row").search(cells[0])
            and len(numbers) == 5
            and all(cell.isdigit() for cell in numbers)
        ):
            one, two, three, four, five = map(int, numbers)
            return one, two, three, four, five
    return None


def _read_channels(document: Document, key: str, lines: list[Line]) -> Iterator[SurveyRow]:
    """The table by place: a header of channels, a header of measures, a line of values. A value with a per cent
    sign is a share and one without is a mean, whatever the damaged header says."""
    for place, line in enumerate(lines):
        channels = _channels_of(line)
        if len(channels) < 2 or SHARE.search(line.plain):
            continue
        values = next((other for other in lines[place + 1 : place + 4] if _is_pairs(other, len(channels))), None)
        if values is None:
            continue
        cells = [cell for cell in values.cells if cell]
        for number, channel in enumerate(channels):
            pair = cells[2 * number : 2 * number + 2]
            share = next((_number(cell.rstrip("%")) for cell in pair if "%" in cell), None)
            mean = next((_number(cell) for cell in pair if "%" not in cell), None)
            yield SurveyRow(
                service=key,
                channel=channel,
                source=SurveyPlace.SECTION,
                evidence=document.cite(values.start, values.end, values.clause),
                satisfaction_pct=share,
                mean=mean,
            )
        return


def _channels_of(line: Line) -> list[SurveyChannel]:
    if "\t" not in line.plain:
        return []
    found = []
    for cell in line.cells:
        for code, pattern in coded_wording(FILE, "channels"):
            if pattern.search(cell):
                found.append(SurveyChannel(code))
                break
    return found


def _is_pairs(line: Line, channels: int) -> bool:
    cells = [cell for cell in line.cells if cell]
    marks = [("%" in cell, bool(MEAN_CELL.fullmatch(cell))) for cell in cells]
    return (
        len(cells) == 2 * channels and all(share or mean for share, mean in marks) and any(share for share, _ in marks)
    )


def _number(text: str) -> float:
    return float(text.strip().replace(",", "."))
