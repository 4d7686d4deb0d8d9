"""Which pages of bodies are asked for, and what requisites they state."""

import datetime as dt

import pytest

from kb.extract import extract_document
from kb.model import Attribute, Document, Reach, Text
from kb.read import ReadError
from scrapers.body_site import discover, read
from scrapers.body_site.discovery import SITE
from tests.examples.collecting import Asked, collect
from tests.examples.shape import FOLDER, read_example
from tests.examples.snapshots import snapshot_of

EXAMPLES = FOLDER / "body_site"


def asked(*bodies: str, refused: tuple[str, ...] = ()) -> Asked:
    return collect(discover(Reach(today=dt.date(2031, 6, 1), only=bodies)), EXAMPLES, refused=refused)


def test_a_run_ends_with_its_limit() -> None:
    whole = asked("synaq")
    found = collect(discover(Reach(today=dt.date(2031, 6, 1), only=("synaq",), limit=1)), EXAMPLES)
    assert found.documents == whole.documents[:1]
    assert len(whole.documents) > 1


def page(main: str) -> Document:
    body = f"<main><h1>Реквизиты</h1>{main}</main>".encode()
    snapshot = snapshot_of(body, document="бет.html", media_type="text/html", source="body_site")
    return read(snapshot, body, lambda _: {})


def details(document: Document) -> dict[str, str]:
    """What is told for the services of a page, by the name of the service."""
    found = extract_document(document)
    names = {mention.key: mention.name_kk or mention.name_ru or "" for mention in found.mentions}
    told: dict[str, str] = {}
    for item in found.statements:
        assert item.attribute is Attribute.REQUISITES
        assert isinstance(item.value, Text)
        evidence = item.evidence
        assert document.text[evidence.start : evidence.end] == evidence.quote
        told[names[item.service]] = f"{told.get(names[item.service], '')}|{item.value.text}"
    return told


def test_pages_called_requisites_or_contacts_are_asked_for_once_on_the_portal_only() -> None:
    found = asked("synaq")
    entity = f"{SITE}/memleket/entities/synaq"
    assert found.urls == [
        f"{entity}?lang=kk",
        f"{entity}/about/contacts?lang=kk",
        f"{entity}/duty?lang=kk",
        f"{entity}?lang=ru",
        f"{entity}/about/contacts?lang=ru",
        f"{entity}/duty?lang=ru",
    ]
    assert found.missing == []


def test_a_refused_body_is_left_out_and_one_without_such_links_is_an_error() -> None:
    entity = f"{SITE}/memleket/entities/synaq"
    assert asked("synaq", refused=(f"{entity}?lang=kk", f"{entity}?lang=ru")).documents == []
    with pytest.raises(ReadError, match=r"bos\?lang=kk: no page of requisites or contacts; expected links"):
        asked("bos")


def test_details_belong_to_the_service_above_them() -> None:
    _, document = read_example(EXAMPLES / "duty-ru.html")
    told = details(document)
    assert set(told) == {"Разрешение на установку скамьи", "Регистрация дворового праздника"}
    assert "|ИИК (счёт): KZ98 9990 0000 0009 9001|" in told["Разрешение на установку скамьи"]
    assert told["Регистрация дворового праздника"] == "|БИН: 990140000222|ИИК: KZ719990000000099002|КБК: 108125"


def test_a_list_of_terms_reads_like_a_table() -> None:
    _, document = read_example(EXAMPLES / "duty-kk.html")
    told = details(document)["Орындық орнатуға рұқсат беру"]
    assert told.endswith("|ЖСК: KZ989990000000099001|БСЖ (бюджеттік сыныптама): 108199")


def test_details_of_a_body_and_phones_are_stated_for_no_service() -> None:
    _, document = read_example(EXAMPLES / "contacts-ru.html")
    assert extract_document(document).statements == ()
    fields = {clause.id: document.text[clause.start : clause.end] for clause in document.clauses if clause.parent}
    assert fields["body-1/contact_centre"] == "1414"
    assert fields["body-1/reception"] == "8 (7000) 99-00-01"
    assert fields["body-2/bik"] == "PROBKZ2A"


def test_several_details_of_one_line_are_told_apart() -> None:
    document = page("<p>БИН 990240000333, ИИК: KZ449990000000099003; КБК – 108125.</p>")
    fields = {clause.id: document.text[clause.start : clause.end] for clause in document.clauses if clause.parent}
    assert fields == {
        "body-1/bin": "990240000333",
        "body-1/iik": "KZ449990000000099003",
        "body-1/kbk": "108125.",
    }


@pytest.mark.parametrize(
    ("line", "faults"),
    [
        ("ИИК: KZ449990000000099003", 0),
        ("ИИК: KZ449990000000099030", 1),
        ("ИИК: KZ44 9990", 1),
        ("БИН: 990240000333", 0),
        ("БИН: 99024000033", 1),
    ],
)
def test_an_account_or_a_number_that_cannot_be_right_is_told(line: str, faults: int) -> None:
    issues = page(f"<p>{line}</p>").issues
    assert [issue.code for issue in issues] == ["unlikely_requisite"] * faults


def test_running_text_that_only_speaks_of_a_bank_is_no_field() -> None:
    document = page("<p>Телефон: 1414</p><p>Банк принимает платежи ежедневно.</p>")
    assert [clause.id for clause in document.clauses] == ["body-1", "body-1/phone", "body-1/p-1"]
