"""Which cards are asked for, and what a page or an answer of the interface gives."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from kb.extract import extract_document
from kb.model import Attribute, ClauseKind, Deadline, Document, Fee, Language, Reach
from kb.read import ReadError
from scrapers.govkz import discover, read
from scrapers.govkz.wording import block_of, fields, title_of
from tests.examples.collecting import Asked, collect
from tests.examples.shape import FOLDER
from tests.examples.snapshots import snapshot_of

SITE = "https://www.gov.kz"
EXAMPLES = FOLDER / "govkz"
TODAY = dt.date(2031, 6, 1)


def listed(page: int) -> str:
    return f"{SITE}/api/v1/public/content-manager/services?sort-by=created_date:DESC&page={page}&size=100"


def asked(reach: Reach, folder: Path = EXAMPLES, refused: tuple[str, ...] = ()) -> Asked:
    return collect(discover(reach), folder, refused=refused)


def document(body: str, media_type: str) -> Document:
    raw = body.encode()
    snapshot = snapshot_of(raw, document=f"{SITE}/services/99990?lang=ru", media_type=media_type, source="govkz")
    return read(snapshot, raw, lambda _: {})


def serve(folder: Path, *pages: tuple[str, str]) -> None:
    """A site of its own: addresses and the files of the examples that answer them."""
    for _, name in pages:
        shutil.copy(EXAMPLES / "listing" / name, folder / name)
    entries = [{"url": url, "file": name, "type": "application/json"} for url, name in pages]
    (folder / "site.yaml").write_text(json.dumps({"pages": entries}))


def test_all_pages_of_the_list_are_followed_and_each_card_is_asked_for_in_both_languages() -> None:
    found = asked(Reach(today=TODAY))
    assert found.urls[:3] == [listed(1), f"{SITE}/services/99417?lang=kk", f"{SITE}/services/99417?lang=ru"]
    assert [request.url for request in found.requests if request.listing] == [listed(1), listed(2)]
    assert len(found.documents) == 2 * 102
    assert [request.language for request in found.requests[1:3]] == [Language.KK, Language.RU]


def test_older_cards_end_a_run_that_looks_for_news() -> None:
    found = asked(Reach(today=TODAY, since=dt.date(2031, 4, 1)))
    assert [request.url for request in found.requests if request.listing] == [listed(1)]
    assert found.documents == [f"{SITE}/services/{key}?lang={tag}" for key in (99417, 99418) for tag in ("kk", "ru")]


def test_a_run_ends_with_its_limit() -> None:
    assert asked(Reach(today=TODAY, limit=1)).urls == [listed(1), f"{SITE}/services/99417?lang=kk"]
    # A list that is not needed any more is not asked for.
    assert [one.url for one in asked(Reach(today=TODAY, limit=200)).requests if one.listing] == [listed(1)]


def test_named_cards_need_no_list() -> None:
    assert asked(Reach(today=TODAY, only=("99417",))).urls == [
        f"{SITE}/services/99417?lang={tag}" for tag in ("kk", "ru")
    ]


def test_a_refused_list_ends_the_run() -> None:
    assert asked(Reach(today=TODAY), refused=(listed(1),)).urls == [listed(1)]


def test_an_empty_list_is_an_error_that_names_it(tmp_path: Path) -> None:
    serve(tmp_path, (listed(1), "empty.json"))
    with pytest.raises(ReadError, match=r"page=1&size=100: nothing new on this page; expected objects"):
        asked(Reach(today=TODAY), tmp_path)


def test_a_list_that_repeats_itself_does_not_run_for_ever(tmp_path: Path) -> None:
    serve(tmp_path, (listed(1), "page-1.json"), (listed(2), "page-1.json"))
    with pytest.raises(ReadError, match=r"page=2&size=100: nothing new"):
        asked(Reach(today=TODAY), tmp_path)


def test_fields_are_called_what_their_blocks_are_known_by() -> None:
    for name in fields():
        codes = {block_of(title_of(name, language)) for language in (Language.KK, Language.RU)}
        assert len(codes) == 1, name
        assert None not in codes, name


def test_several_fees_and_terms_of_one_field_keep_their_cases() -> None:
    path = EXAMPLES / "ru.html"
    found = extract_document(document(path.read_text(encoding="utf-8"), "text/html"))
    terms = [(item.value.value, item.scope.case) for item in found.statements if isinstance(item.value, Deadline)]
    assert [(int(value or 0), case and case.text) for value, case in terms] == [
        (30, "при выдаче лицензии"),
        (3, "при переоформлении"),
        (2, "при выдаче дубликата"),
    ]
    fees = [item.value for item in found.statements if isinstance(item.value, Fee)]
    assert [(fee.kind.value, int(fee.amount or 0)) for fee in fees] == [
        ("mrp", 30),
        ("percent_of_fee", 10),
        ("percent_of_fee", 100),
    ]


def test_headings_inside_a_field_open_no_block() -> None:
    card = {"id": 99991, "title": "Справка о тишине", "documents": "<h2>Срок хранения</h2><p>заявление</p>"}
    found = document(json.dumps(card), "application/json")
    rows = [clause.id for clause in found.clauses if clause.kind is ClauseKind.ROW]
    assert rows == ["card-99991/documents"]
    stated = extract_document(found).statements
    assert {item.attribute for item in stated} == {Attribute.DOCUMENT}


def test_an_unknown_label_is_told_with_address_and_remedy() -> None:
    found = document("<main><h1>Справка о тишине</h1><h2>Погода</h2><p>Ясно.</p></main>", "text/html")
    (issue,) = found.issues
    assert issue.code == "unknown_label"
    assert issue.message.startswith(found.snapshot.document)
    assert "«Погода»" in issue.message
    assert "wording.yaml" in issue.message
