"""What the source asks of the interface, and when it ends."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb.collect import NotOffered
from kb.model import Language, Reach
from kb.read import ReadError
from scrapers.zan import discover
from tests.examples.collecting import Asked, collect
from tests.examples.shape import FOLDER

API = "https://zan.gov.kz/api/documents"
TODAY = dt.date(2026, 11, 25)


def page(number: int, tongue: str, count: int = 1) -> str:
    return f"{API}/{number}/{tongue}?withHtml=true&page={count}"


def asked(reach: Reach, refused: tuple[str, ...] = ()) -> Asked:
    return collect(discover(reach), FOLDER / "zan", refused=refused)


def test_acts_of_a_search_are_asked_for_in_both_languages_with_all_their_pages() -> None:
    found = asked(Reach(today=TODAY))
    assert found.urls == [
        f"{API}/search",
        page(880020, "rus"), page(880020, "rus", 2), page(880020, "rus", 3), page(880020, "kaz"),
        page(880014, "rus"), page(880014, "kaz"),
    ]  # fmt: skip
    search = found.requests[0]
    assert search.listing
    assert search.json is not None
    assert json.loads(search.json) == {"page": 1, "pageSize": 10, "lang": "rus"}
    assert [request.language for request in found.requests[-2:]] == [Language.RU, Language.KK]


def test_named_acts_are_asked_for_by_number_or_code() -> None:
    assert asked(Reach(today=TODAY, only=("880014",))).urls == [page(880014, "rus"), page(880014, "kaz")]
    by_code = asked(Reach(today=TODAY, only=("V1400088014",)))
    assert by_code.urls == [f"{API}/search", page(880014, "rus"), page(880014, "kaz")]


def test_unknown_code_is_told_after_the_others_were_collected() -> None:
    seen: list[str] = []
    run = discover(Reach(today=TODAY, only=("V9900099999", "880014")))

    def noted(run: Any) -> Any:
        answer = None
        while True:
            request = run.send(answer)
            seen.append(request.url)
            answer = yield request

    with pytest.raises(NotOffered, match="no act V9900099999; expected it as 'ngr' or 'code' in 'list'"):
        collect(noted(run), FOLDER / "zan")
    assert seen == [f"{API}/search", page(880014, "rus"), page(880014, "kaz")]


def test_refused_search_ends_the_run_quietly() -> None:
    assert asked(Reach(today=TODAY), refused=(f"{API}/search",)).urls == [f"{API}/search"]
    named = asked(Reach(today=TODAY, only=("V1400088014", "V2000088020")), refused=(f"{API}/search",))
    assert named.urls == [f"{API}/search"]


def test_page_that_does_not_come_ends_its_act_only() -> None:
    found = asked(Reach(today=TODAY), refused=(page(880020, "rus", 2),))
    assert page(880020, "rus", 3) not in found.urls
    assert found.urls[-1] == page(880014, "kaz")


def test_run_ends_at_its_limit_of_documents_but_with_whole_acts() -> None:
    found = asked(Reach(today=TODAY, limit=1))
    assert found.documents == [page(880020, "rus"), page(880020, "rus", 2), page(880020, "rus", 3)]


def test_acts_adopted_before_the_day_are_left_out() -> None:
    assert {url.split("/")[5] for url in asked(Reach(today=TODAY, since=dt.date(2020, 1, 1))).documents} == {"880020"}


Answers = Callable[..., Path]


@pytest.fixture
def bank(tmp_path: Path) -> Answers:
    """Makes a folder that answers searches, page by page."""

    def make(*lists: dict[str, Any]) -> Path:
        lines = ["pages:"]
        for number, listed in enumerate(lists, 1):
            (tmp_path / f"{number}.json").write_text(json.dumps(listed), encoding="utf-8")
            body = json.dumps({"page": number, "pageSize": 10, "lang": "rus"})
            lines.append(f"  - {{url: '{API}/search', method: POST, body: '{body}', file: {number}.json}}")
        (tmp_path / "site.yaml").write_text("\n".join(lines), encoding="utf-8")
        return tmp_path

    return make


def acts(*days: str, first: int = 1) -> list[dict[str, str]]:
    return [{"id": str(first + place), "stateAgencyApprovalDate": day} for place, day in enumerate(days)]


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        ([{"documentsFound": 0, "list": []}], "page 1 has no act new to the pages before"),
        ([{"documentsFound": 11, "list": acts(*["2026-01-01"] * 10)}] * 2, "page 2 has no act new"),
        ([{"documentsFound": 3, "list": acts("2026-01-01")}], "1 acts on 1 pages, expected 3"),
        ([{"documentsFound": 1, "list": [{"code": "7"}]}], "1 acts of the list without 'id'"),
        ([{"found": 1}], "expected the number 'documentsFound' and the list 'list'"),
    ],
)
def test_list_of_another_shape_is_an_error_with_its_address(
    bank: Answers, lists: list[dict[str, Any]], words: str
) -> None:
    with pytest.raises(ReadError) as caught:
        collect(discover(Reach(today=TODAY)), bank(*lists))
    assert str(caught.value).startswith(f"{API}/search: ")
    assert words in str(caught.value)


def test_list_that_goes_back_in_time_is_left_at_the_day(bank: Answers) -> None:
    old = {"documentsFound": 30, "list": acts(*["2020-01-02"] * 5, *["2020-01-01"] * 5, first=11)}
    new = {"documentsFound": 30, "list": acts(*["2026-02-01"] * 10)}
    found = collect(discover(Reach(today=TODAY, since=dt.date(2026, 1, 1))), bank(new, old))
    assert len([url for url in found.urls if url.endswith("/search")]) == 2
    assert len(found.documents) == 20


def test_list_in_another_order_is_read_to_its_end(bank: Answers) -> None:
    mixed = {"documentsFound": 20, "list": acts(*["2020-01-01"] * 5, *["2020-01-02"] * 5)}
    new = {"documentsFound": 20, "list": acts(*["2026-02-01"] * 10, first=11)}
    found = collect(discover(Reach(today=TODAY, since=dt.date(2026, 1, 1))), bank(mixed, new))
    assert len(found.documents) == 20
