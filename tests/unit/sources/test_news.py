"""Which news are asked for, and what they state of services."""

import datetime as dt
import json

import pytest

from kb.extract import Extraction, extract_document
from kb.model import Deadline, Fee, Language, Reach, SourceKind
from kb.read import ReadError
from scrapers.news import discover, read
from scrapers.news.address import FEED, ITEM, LIST
from tests.examples.collecting import Asked, collect
from tests.examples.shape import FOLDER, read_example
from tests.examples.snapshots import snapshot_of

EXAMPLES = FOLDER / "news"
TODAY = dt.date(2031, 6, 1)
SERVICE = "Государственная услуга «Разрешение на установку скамьи» оказывается по-новому. "


def asked(body: str, *, since: dt.date | None = None, limit: int | None = None, refused: tuple[str, ...] = ()) -> Asked:
    return collect(discover(Reach(today=TODAY, only=(body,), since=since, limit=limit)), EXAMPLES, refused=refused)


def told(*paragraphs: str, title: str = "Новость") -> Extraction:
    piece = {"id": 1, "title": title, "created_date": "2031-05-01", "body": "".join(f"<p>{p}</p>" for p in paragraphs)}
    body = json.dumps(piece).encode()
    snapshot = snapshot_of(body, document="новость.json", media_type="application/json", source="news")
    return extract_document(read(snapshot, body, lambda _: {}))


def test_the_news_of_a_body_are_asked_for_by_number_in_both_languages() -> None:
    found = asked("synaq")
    listed = LIST.format(body="synaq", page=1)
    assert found.urls == [listed, ITEM.format(key=99706), listed, ITEM.format(key=99701), ITEM.format(key=99700)]
    assert [request.language for request in found.requests] == [Language.KK] * 2 + [Language.RU] * 3


def test_older_news_are_passed_over() -> None:
    assert asked("synaq", since=dt.date(2031, 3, 1)).documents == [ITEM.format(key=99701)]


def test_a_run_ends_with_its_limit() -> None:
    listed = LIST.format(body="synaq", page=1)
    assert asked("synaq", limit=2).urls == [listed, ITEM.format(key=99706), listed, ITEM.format(key=99701)]


def test_the_feed_stands_in_for_a_list_that_cannot_be_had() -> None:
    found = asked("tek-rss")
    assert FEED.format(body="tek-rss", language="kk") in found.missing
    page = "https://www.gov.kz/memleket/entities/synaq/press/news/details/99706?lang=ru"
    assert found.documents == [page]


def test_an_empty_list_is_an_error_that_names_it() -> None:
    with pytest.raises(ReadError, match=r"projects=eq:bos.*: nothing new on this page; expected objects with id"):
        asked("bos")


def test_term_and_fee_of_the_named_service_are_stated_as_news() -> None:
    _, document = read_example(EXAMPLES / "changed-ru.json")
    found = extract_document(document)
    assert [mention.name_ru for mention in found.mentions] == ["Разрешение на установку скамьи"]
    assert {one.source_kind for one in found.statements} == {SourceKind.NEWS}
    values = [one.value for one in found.statements]
    assert [int(value.value or 0) for value in values if isinstance(value, Deadline)] == [3]
    assert [int(value.amount or 0) for value in values if isinstance(value, Fee)] == [2]


def test_a_list_gives_each_piece_its_own_statements_and_the_denied_one_none() -> None:
    _, document = read_example(EXAMPLES / "list-kk.json")
    assert {one.evidence.clause for one in extract_document(document).statements} == {"news-99702/p-1"}


@pytest.mark.parametrize(
    "words",
    [
        "Срок оказания услуги – 3 рабочих дня.",
        "Услугу можно получить за 3 рабочих дня.",
    ],
)
def test_a_told_term_is_stated(words: str) -> None:
    assert [one.attribute.value for one in told(SERVICE + words).statements] == ["deadline"]


@pytest.mark.parametrize(
    "words",
    [
        "Планируется сократить срок оказания до 3 рабочих дней.",
        "Срок оказания услуги составит 3 рабочих дня, предлагают в ведомстве.",
        "За нарушение грозит штраф в 30 МРП.",
        "Сообщения, что сбор стоит 5 МРП, не соответствуют действительности.",
        "Проект приказа устанавливает срок оказания в 3 рабочих дня.",
        "МРП в этом году – 4 325 тенге.",
    ],
)
def test_plans_drafts_rumours_and_other_sums_are_no_values(words: str) -> None:
    assert told(SERVICE + words).statements == ()


def test_a_value_without_a_named_service_states_nothing() -> None:
    found = told("Срок оказания услуги – 3 рабочих дня.")
    assert found.mentions == ()
    assert found.statements == ()


def test_values_belong_to_the_service_that_was_named_last() -> None:
    found = told(
        "Государственная услуга «Справка о тишине» оказывается за 2 рабочих дня.",
        "Государственная услуга «Справка о шуме» оказывается за 4 рабочих дня.",
    )
    names = {mention.key: mention.name_ru for mention in found.mentions}
    terms = {
        names[one.service]: int(one.value.value or 0) for one in found.statements if isinstance(one.value, Deadline)
    }
    assert terms == {"Справка о тишине": 2, "Справка о шуме": 4}
