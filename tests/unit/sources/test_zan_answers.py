"""What is read in an answer and its further pages, in answers changed from the examples."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import pytest

import scrapers
from kb.model import ActStatus, Document
from kb.read import ReadError
from scrapers.zan import accompanies, read, recognise
from tests.examples.shape import FOLDER
from tests.examples.snapshots import snapshot_of

FIRST = "https://zan.gov.kz/api/documents/880020/rus?withHtml=true&page=1"


def answer(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / "zan" / name).read_text(encoding="utf-8"))
    return data


def read_answer(data: dict[str, Any], *, document: str = FIRST, further: Mapping[int, Any] | None = None) -> Document:
    body = json.dumps(data, ensure_ascii=False).encode()
    pages = {FIRST[:-1] + str(number): json.dumps(page).encode() for number, page in (further or {}).items()}
    snapshot = snapshot_of(body, document=document, media_type="application/json", source="zan")

    def related(pattern: str) -> Mapping[str, bytes]:
        return {name: page for name, page in pages.items() if name == pattern.replace("[?]", "?")}

    return read(snapshot, body, related)


def head(data: dict[str, Any]) -> scrapers.Head:
    return scrapers.Head.of(json.dumps(data).encode(), media_type="application/json", document="x.json")


def test_pages_of_one_act_are_one_document() -> None:
    pages = {number: answer(f"2020-pages.rus.{number}.json") for number in (2, 3)}
    whole = read_answer(answer("2020-pages.rus.1.json"), further=pages)
    assert {"point-2", "appendix/point-2", "annex-1/row-10"} <= {clause.id for clause in whole.clauses}
    assert whole.issues == ()


def test_page_that_is_not_here_is_told_and_the_rest_is_read() -> None:
    document = read_answer(answer("2020-pages.rus.1.json"), further={2: answer("2020-pages.rus.2.json")})
    [issue] = [issue for issue in document.issues if issue.code == "incomplete_page"]
    assert issue.message.startswith("page 3 of 3")
    assert "appendix/point-1" in {clause.id for clause in document.clauses}


def test_further_page_accompanies_the_first() -> None:
    first, second = answer("2020-pages.rus.1.json"), answer("2020-pages.rus.2.json")
    assert recognise(head(first))
    assert recognise(head(second))
    assert not accompanies(head(first))
    assert accompanies(head(second))


def test_broken_further_page_fails_with_the_name_of_the_act() -> None:
    broken = {2: answer("2020-pages.rus.2.json") | {"content": "мәтін"}, 3: answer("2020-pages.rus.3.json")}
    with pytest.raises(ReadError, match="expected 'content' as a list of blocks"):
        read_answer(answer("2020-pages.rus.1.json"), further=broken)


def test_act_is_known_by_both_its_codes() -> None:
    act = read_answer(answer("2014-standard.rus.json")).act
    assert act is not None
    assert (act.id, act.ids) == ("V1400088014", ("V1400088014", "zan:880114"))


def test_repealing_act_is_the_cause_only_when_its_title_says_so() -> None:
    data = answer("1996-decree.rus.json")
    act = read_answer(data).act
    assert act is not None
    assert act.repealed_by == "Указ Президента Республики Казахстан от 1 июня 2010 года № 8812"
    assert act.repealed_on == dt.date(2010, 6, 1)
    data["version"]["cause"]["title"]["rus"] = "О внесении изменений"
    amended = read_answer(data)
    assert amended.act is not None
    assert amended.edition is not None
    assert (amended.act.status, amended.act.repealed_by) == (ActStatus.REPEALED, None)
    assert amended.edition.date == dt.date(2010, 6, 1)


def test_unknown_status_is_named_with_the_known_ones() -> None:
    [issue] = read_answer(answer("2025-no-code.kaz.json")).issues
    assert issue.code == "unknown_label"
    assert "'arc'" in issue.message
    assert "yts" in issue.message


def test_text_in_the_other_language_is_read_as_what_it_is() -> None:
    data = answer("2014-standard.rus.json")
    data["content"] = answer("2014-standard.kaz.json")["content"]
    assert read_answer(data).language == "kk"


@pytest.mark.parametrize("count", [None, 1])
def test_answer_without_a_number_of_pages_is_whole(count: int | None) -> None:
    document = read_answer(answer("2014-standard.rus.json") | {"pagesCount": count})
    assert document.issues == ()
