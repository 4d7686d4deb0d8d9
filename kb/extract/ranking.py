"""The ranking table of a report: each row is joined with the section whose name it bears."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from kb.extract.clause_order import ClauseOrder
from kb.extract.wording import load_wording
from kb.model import Document, Mention, SurveyChannel, SurveyPlace, SurveyRow
from kb.text import fold_plain

SAME_NAME = (
    80.0  # tests/unit/extract/test_ranking.py: OCR variants of one name score 83 and more, other names at most 74
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """A ranking's line: share of fives in per cent, mean mark, respondents."""

    name: str
    share: float
    mean: float
    n: int | None


def extract_ranking(document: Document, mentions: Sequence[Mention]) -> list[SurveyRow]:
    """One row for each line of the table whose name is that of a mention; other tables' lines fit no name."""
    if not mentions:
        return []
    names = [_plain(mention.name_kk or mention.name_ru or "") for mention in mentions]
    order = ClauseOrder(document)
    rows: dict[str, SurveyRow] = {}
    for start, line, cells in _table_lines(document):
        found = process.extractOne(_plain(cells.name), names, scorer=fuzz.ratio, score_cutoff=SAME_NAME)
        if found is None:
            continue
        key = mentions[found[2]].key
        rows.setdefault(
            key,
            SurveyRow(
                service=key,
                channel=SurveyChannel.ALL,
                source=SurveyPlace.TABLE,
                evidence=document.cite(start, start + len(line), order.at(start)),
                n=cells.n,
                satisfaction_pct=cells.share,
                mean=cells.mean,
            ),
        )
    return list(rows.values())


def _table_lines(document: Document) -> Iterator[tuple[int, str, Cells]]:
    start = 0
    for line in document.text.split("\n"):
        cells = _read_cells(line) if "\t" in line else None
        if cells is not None:
            yield start, line, cells
        start += len(line) + 1


def _read_cells(line: str) -> Cells | None:
    """The cells of a ranking's line by what they look like; None when the line is none. A whole number before the
    name is the place in the ranking."""
    shapes = load_wording("survey")
    name = share = mean = count = None
    for cell in (part.strip() for part in line.split("\t")):
        if re.fullmatch(shapes["ranking_share"], cell):
            share = _number(cell.rstrip("% "))
        elif re.fullmatch(shapes["ranking_mean"], cell):
            mean = _number(cell)
        elif re.fullmatch(shapes["ranking_count"], cell):
            count = int(cell) if name else None
        elif cell:
            name = f"{name} {cell}" if name else cell
    if name is None or share is None or mean is None:
        return None
    return Cells(name=name, share=share, mean=mean, n=count)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold_plain(name)))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
