"""A report of another year in both languages, with other headings, numbering and damage; all its facts are invented.

What is read must equal the annotation of the two services, in either language.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from kb.extract import Extraction, extract_document
from kb.model import Attribute, Statement, SurveyChannel, SurveyPlace
from kb.model.value_shapes import value_to_json
from tests.unit.extract.documents import read_report

FOLDER = Path(__file__).parent / "report_of_another_year"
GOLD = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("service-*.json"))]


@pytest.fixture(scope="module", params=["kk", "ru"])
def text(request: pytest.FixtureRequest) -> str:
    return (FOLDER / f"{request.param}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def extraction(text: str) -> Extraction:
    return extract_document(read_report(text))


def told(
    extraction: Extraction, record: dict[str, Any], attribute: Attribute
) -> list[tuple[Statement, dict[str, Any]]]:
    key = f"mon2033-{record['no']:02d}"
    mine = [one for one in extraction.statements if one.service == key and one.attribute is attribute]
    return [(one, value_to_json(one.value)) for one in mine]


@pytest.mark.parametrize("record", GOLD, ids=["first", "second"])
def test_the_values_are_those_annotated(extraction: Extraction, record: dict[str, Any]) -> None:
    terms = {
        (value["value"], value["unit"], one.source_kind.value, one.standing.value)
        for one, value in told(extraction, record, Attribute.DEADLINE)
    }
    assert terms == {(one["value"], one["unit"], one["source_kind"], one["standing"]) for one in record["deadlines"]}
    fees = {(value["kind"], value["amount"]) for _, value in told(extraction, record, Attribute.FEE)}
    assert fees == {(one["kind"], one["amount"]) for one in record["fees"]}
    channels = {value["code"] for _, value in told(extraction, record, Attribute.CHANNEL) if value["offered"]}
    assert channels == set(record["channels"])
    acts = {
        (value["type"], value["number"], value["date"]) for _, value in told(extraction, record, Attribute.LEGAL_ACT)
    }
    assert acts == {(one["type"], one["number"], one["date"]) for one in record["legal_acts"]}
    (provider,) = [value["text"] for _, value in told(extraction, record, Attribute.PROVIDER)]
    assert provider in record["providers"]


@pytest.mark.parametrize("record", GOLD, ids=["first", "second"])
@pytest.mark.parametrize(("place", "field"), [(SurveyPlace.SECTION, "survey"), (SurveyPlace.TABLE, "table1")])
def test_the_survey_figures_are_those_annotated(
    extraction: Extraction, record: dict[str, Any], place: SurveyPlace, field: str
) -> None:
    key = f"mon2033-{record['no']:02d}"
    (row,) = [
        one
        for one in extraction.survey
        if one.service == key and one.source is place and one.channel is SurveyChannel.ALL
    ]
    assert {"satisfaction_pct": row.satisfaction_pct, "mean": row.mean, "n": row.n} == record[field]


def test_the_mentions_and_quotations_are_those_of_the_text(extraction: Extraction, text: str) -> None:
    names = [one.name_kk or one.name_ru or "" for one in extraction.mentions]
    assert len(names) == len(GOLD)
    for name, record in zip(names, GOLD, strict=True):
        assert name.endswith((record["name_kk"], record["name_ru"]))
    places = [one.evidence for one in (*extraction.statements, *extraction.mentions, *extraction.survey)]
    assert all(text[place.start : place.end] == place.quote for place in places)
