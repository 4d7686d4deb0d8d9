"""Which permits are asked for, and what the page of one gives."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from kb.extract import extract_document
from kb.model import Attribute, Document, Language, Reach, Text
from kb.read import ReadError
from scrapers.elicense import discover, read
from tests.examples.collecting import Asked, collect
from tests.examples.shape import FOLDER
from tests.examples.snapshots import snapshot_of

CONTENT = "https://elicense.kz/LicensingContent"
EXAMPLES = FOLDER / "elicense"


def index(language: str, page: str = "") -> str:
    return f"{CONTENT}/ServiceList?lang={language}{page}"


def permit(code: str, language: str) -> str:
    return f"{CONTENT}/CurrentVersionService?serviceCode={code}&lang={language}"


def asked(*, only: tuple[str, ...] = (), folder: Path = EXAMPLES, refused: tuple[str, ...] = ()) -> Asked:
    return collect(discover(Reach(today=dt.date(2031, 6, 1), only=only)), folder, refused=refused)


def page(panels: str) -> Document:
    body = f"<h1>Разрешение на скамью</h1>{panels}".encode()
    snapshot = snapshot_of(body, document=permit("EL98-R01", "ru"), media_type="text/html", source="elicense")
    return read(snapshot, body, lambda _: {})


def test_permits_of_all_pages_of_the_index_are_asked_for_once_each() -> None:
    found = asked()
    assert found.urls == [
        index("kk"),
        permit("EL99-R01_N1-V1", "kk"),
        index("kk", "&page=2"),
        permit("EL99-R02_N3-V2", "kk"),
        index("ru"),
        permit("EL99-R01_N1-V1", "ru"),
    ]
    assert [request.language for request in found.requests] == [Language.KK] * 4 + [Language.RU] * 2


def test_named_permits_need_no_index_and_a_refused_index_leaves_out_its_language() -> None:
    assert asked(only=("EL99-R01_N1-V1",)).urls == [permit("EL99-R01_N1-V1", tag) for tag in ("kk", "ru")]
    assert asked(refused=(index("kk"),)).documents == [permit("EL99-R01_N1-V1", "ru")]


def test_a_run_ends_with_its_limit() -> None:
    found = collect(discover(Reach(today=dt.date(2031, 6, 1), limit=1)), EXAMPLES)
    assert found.urls == [index("kk"), permit("EL99-R01_N1-V1", "kk")]


@pytest.mark.parametrize(
    ("name", "message"),
    [("empty.html", "lang=kk: no permit on the page; expected links"), ("circle.html", "in a circle")],
)
def test_an_empty_or_endless_index_is_an_error(tmp_path: Path, name: str, message: str) -> None:
    shutil.copy(EXAMPLES / "listing/empty.html", tmp_path / "empty.html")
    link = '<a href="/LicensingContent/CurrentVersionService?serviceCode=EL98-R01">Скамья</a>'
    circle = f'{link}<ul class="pagination"><a rel="next" href="{index("kk")}">»</a></ul>'
    (tmp_path / "circle.html").write_text(circle, encoding="utf-8")
    (tmp_path / "site.yaml").write_text(f'pages: [{{url: "{index("kk")}", file: {name}, type: text/html}}]\n')
    with pytest.raises(ReadError, match=message):
        asked(folder=tmp_path)


def test_documents_are_stated_for_their_applicants_with_what_is_mandatory() -> None:
    body = (EXAMPLES / "ru.html").read_bytes()
    snapshot = snapshot_of(body, document=permit("EL99-R01_N1-V1", "ru"), media_type="text/html", source="elicense")
    stated = extract_document(read(snapshot, body, lambda _: {})).statements
    documents = [
        (item.scope.recipient.code if item.scope.recipient else None, item.value.text)
        for item in stated
        if item.attribute is Attribute.DOCUMENT and isinstance(item.value, Text)
    ]
    signed, drawing = "заявление, подписанное ЭЦП (обязательно)", "чертеж скамьи (обязательно)"
    assert documents == [
        ("legal_entity", signed),
        ("legal_entity", drawing),
        ("legal_entity", "согласие соседей"),
        ("individual", signed),
        ("sole_trader", signed),
        ("sole_trader", drawing),
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<div class='panel'><div class='panel-body'>1</div></div>", "'.panel-heading', found 0"),
        ("<div class='panel'><div class='panel-heading'>Срок</div></div>", "'.panel-body', found 0"),
        (
            "<div class='panel'><div class='panel-heading'>Документы</div><div class='panel-body'>"
            "<div class='tab-pane' id='x'>заявление</div></div></div>",
            "panes without a tab: x",
        ),
    ],
)
def test_a_page_of_another_layout_is_refused(body: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        page(body)


def test_an_unknown_label_is_told_with_address_and_remedy() -> None:
    found = page("<div class='panel'><div class='panel-heading'>Погода</div><div class='panel-body'>Ясно.</div></div>")
    (issue,) = found.issues
    assert issue.code == "unknown_label"
    assert issue.message.startswith(found.snapshot.document)
    assert "«Погода»" in issue.message
    assert "wording.yaml" in issue.message
