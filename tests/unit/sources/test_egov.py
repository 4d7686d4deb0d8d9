"""Which pages of the portal are asked for, and what a card or a list of cards gives."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from kb.collect import NotOffered
from kb.extract import extract_document
from kb.model import Attribute, ClauseKind, Document, Language, Reach
from kb.read import ReadError
from scrapers.egov import discover, read
from scrapers.egov.wording import titles
from tests.examples.collecting import Asked, collect
from tests.examples.shape import FOLDER
from tests.examples.snapshots import snapshot_of

SITE = "https://egov.kz/cms"
LISTS = {language: f"{SITE}/{language}/online-services/for_citizen" for language in ("ru", "kk")}
EXAMPLES = FOLDER / "egov"


def asked(*, only: tuple[str, ...] = (), refused: tuple[str, ...] = ()) -> Asked:
    return collect(discover(Reach(today=dt.date(2031, 6, 1), only=only)), EXAMPLES, refused=refused)


def card(html: str, document: str = f"{SITE}/ru/services/example/pass990_vp") -> Document:
    body = html.encode()
    return read(snapshot_of(body, document=document, media_type="text/html", source="egov"), body, lambda _: {})


def test_cards_of_both_lists_are_asked_for_once_each() -> None:
    found = asked()
    assert found.urls == [
        LISTS["ru"],
        *(f"{SITE}/ru/services/example/pass88{number}_vp" for number in (0, 1, 2)),
        LISTS["kk"],
        *(f"{SITE}/kk/services/example/pass88{number}_vp" for number in (0, 2)),
    ]
    assert [request.listing for request in found.requests].count(True) == 2
    assert {request.language for request in found.requests[:4]} == {Language.RU}
    assert {request.language for request in found.requests[4:]} == {Language.KK}


def test_a_list_that_cannot_be_had_leaves_out_its_language_only() -> None:
    assert asked(refused=(LISTS["ru"],)).urls[1] == LISTS["kk"]
    assert len(asked(refused=(LISTS["ru"],)).documents) == 2


def test_named_cards_alone_are_asked_for() -> None:
    assert asked(only=("pass882_vp",)).documents == [
        f"{SITE}/{tag}/services/example/pass882_vp" for tag in ("ru", "kk")
    ]
    with pytest.raises(NotOffered, match=r"for_citizen: no card pass999_vp"):
        asked(only=("pass999_vp",))


def test_a_run_ends_with_its_limit() -> None:
    found = collect(discover(Reach(today=dt.date(2031, 6, 1), limit=2)), EXAMPLES)
    assert found.urls == [LISTS["ru"], *(f"{SITE}/ru/services/example/pass88{number}_vp" for number in (0, 1))]


def test_a_list_without_cards_is_an_error_that_names_it(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "listing/empty.html", tmp_path / "empty.html")
    (tmp_path / "site.yaml").write_text(f'pages: [{{url: "{LISTS["ru"]}", file: empty.html, type: text/html}}]\n')
    with pytest.raises(ReadError, match=r"/cms/ru/online-services/for_citizen: no card in its categories; expected"):
        collect(discover(Reach(today=dt.date(2031, 6, 1))), tmp_path)


def test_an_unknown_label_is_told_with_address_and_remedy() -> None:
    document = card(
        "<h1>Письмо о скамье</h1>"
        "<div class='info-block-horizontal'><p>Погода</p><p>Ясно, <b>срок</b> хороший.</p></div>"
    )
    (issue,) = document.issues
    assert issue.code == "unknown_label"
    assert issue.message.startswith(document.snapshot.document)
    assert "«Погода»" in issue.message
    assert "wording.yaml" in issue.message


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Услугодатель", "provider"),
        ("Көрсетілетін қызметті беруші", "provider"),
        ("Көрсетілетін қызметті алушы", "recipient"),
        ("Как получить услугу", "channel"),
        ("Қызметті қалай алуға болады", "channel"),
        ("Основания для отказа", "refusal"),
        ("Шағымдану тәртібі", "appeal"),
        ("Порядок получения услуги", "how"),
        ("Об услуге", "about"),
        ("Погода", None),
    ],
)
def test_titles_of_blocks_are_known(title: str, code: str | None) -> None:
    assert titles().block_of(title) == code


def test_a_bold_word_below_is_no_title() -> None:
    block = "<p>Срок оказания услуги</p><p><strong>Стоимость</strong> не влияет: 3 рабочих дня.</p>"
    document = card(f"<h1>Письмо о скамье</h1><div class='info-block-horizontal'>{block}</div>")
    (row,) = [clause for clause in document.clauses if clause.kind is ClauseKind.ROW]
    assert (row.id, row.label) == ("card-pass990_vp/term", "Срок оказания услуги")


def test_a_block_with_two_titles_is_refused() -> None:
    block = "<div class='info-block-horizontal'><h4>Срок</h4><p>1 день.</p><h4>Стоимость</h4><p>Бесплатно.</p></div>"
    with pytest.raises(ReadError, match="pass990_vp: expected at most one"):
        card(f"<h1>Письмо о скамье</h1>{block}")


def test_real_list_gives_all_cards_and_results(shared: Path) -> None:
    body = (shared / "data/egov/cards.csv").read_bytes()
    snapshot = snapshot_of(body, document="cards.csv", media_type="text/csv", source="egov")
    document = read(snapshot, body, lambda _: {})
    found = extract_document(document)
    assert len(found.mentions) == 161
    with_result = {statement.service for statement in found.statements if statement.attribute is Attribute.RESULT}
    assert len(with_result) >= 158
    assert [issue for issue in document.issues if issue.code == "unknown_label"] == []
