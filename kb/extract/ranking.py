"""The ranking table of a report: each row is joined with the section whose name it bears."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from kb.extract.wording import load_wording
from kb.model import Document, Mention, SurveyChannel, SurveyPlace, SurveyRow
from kb.text import fold, fold_kazakh

SAME_NAME = (
    80.0  # tests/unit/extract/test_ranking.py: OCR variants of one name score 83 and more, other names at most 74
)


def extract_ranking(document: Document, mentions: Sequence[Mention]) -> list[SurveyRow]:
    """One row for each line of the table whose name is that of a mention; other tables' lines fit no name."""
    if not mentions:
        return []
    names = [_plain(mention.name_kk or mention.name_ru or "") for mention in mentions]
    rows: dict[str, SurveyRow] = {}
    for start, match in _table_lines(document):
        found = process.extractOne(_plain(match["name"]), names, scorer=fuzz.ratio, score_cutoff=SAME_NAME)
        if found is None:
            continue
        key = mentions[found[2]].key
        rows.setdefault(
            key,
            SurveyRow(
                service=key,
                channel=SurveyChannel.ALL,
                source=SurveyPlace.TABLE,
                evidence=document.cite(start, start + len(match.group()), _clause_at(document, start)),
                n=int(match["n"]),
                satisfaction_pct=_number(match["share"]),
                mean=_number(match["mean"]),
            ),
        )
    return list(rows.values())


def _table_lines(document: Document) -> Iterator[tuple[int, re.Match[str]]]:
    pattern = re.compile(load_wording("survey")["ranking_row"])
    start = 0
    for line in document.text.split("\n"):
        match = pattern.match(line)
        if match:
            yield start, match
        start += len(line) + 1


def _clause_at(document: Document, offset: int) -> str | None:
    holding = [clause for clause in document.clauses if clause.start <= offset < clause.end]
    return min(holding, key=lambda clause: clause.end - clause.start).id if holding else None


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold_kazakh(fold(name).text)))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
