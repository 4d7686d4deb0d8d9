"""What the log keeps, for how long, and that no search waits for it."""

import logging
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kb.model import AnswerState
from kb.model.access import LOCAL
from kb.model.search_log import ClickKind
from kb.pipeline import Home
from kb.pipeline.curation import Curation
from kb.pipeline.errors import BadCuration, UnknownName
from kb.pipeline.query_log import QueryLog
from kb.store import Store
from kb.text import Masked, mask_personal
from tests.unit.pipeline.query_logs import Clock, answered, clock, found, log, open_log, store, texts

__all__ = ["clock", "log", "open_log", "store"]


def test_personal_words_are_masked_before_anything_is_stored(log: QueryLog, home: Home) -> None:
    log.note(found("Балапан туу куәлігі", corrected="Балапан куәлік"), page="/search")
    log.flush()
    ((held, _),) = log.searches()
    assert (held.text, held.corrected, held.key) == ("[ат] туу куәлігі", "[ат] куәлік", "[ат] туу куәлігі")
    log.close()
    for path in home.folder.iterdir():
        assert path.is_dir() or "Балапан".encode() not in path.read_bytes(), path


def test_a_correction_that_shows_more_is_not_kept(log: QueryLog) -> None:
    log.note(found("Балапан куәлігі", corrected="балапан куәлігі"), page="/search")
    log.note(found("құсүй куәлігі", corrected="құс үйі куәлігі"), page="/search")
    log.flush()
    assert [one.corrected for one, _ in log.searches()] == [None, "құс үйі куәлігі"]


def test_numbers_and_names_of_people_are_masked_by_themselves(open_log: Callable[..., QueryLog]) -> None:
    log = open_log(mask=mask_personal)
    log.note(found("ЖСН 900101300123, Ерлан Серікұлы: бала туу куәлігі 153 бұйрық"), page="/search")
    (kept,) = texts(log)
    assert not any(word in kept for word in ("900101300123", "Ерлан", "Серікұлы"))
    assert "бала туу куәлігі 153 бұйрық" in kept


def test_a_question_is_kept_with_how_its_answer_ended_and_personal_words_masked(log: QueryLog, home: Home) -> None:
    log.note_question(answered("Балапан  ҰЯ мерзімі?"), page="/v1/ask")
    log.note_question(answered("ұя?", state=AnswerState.NO_SERVICE), page="kb ask")
    log.flush()
    first, second = log.questions()
    assert (first.text, first.key, first.page) == ("[ат]  ҰЯ мерзімі?", "[ат] ұя мерзімі?", "/v1/ask")
    assert (first.state, first.intent, first.service, first.took_ms) == ("answered", "deadline", "nest-1", 2.5)
    assert (second.state, second.service) == ("no_service", None)
    assert {(one.state, one.questions) for one in log.question_counts()} == {("answered", 1), ("no_service", 1)}
    log.close()
    for path in home.folder.iterdir():
        assert path.is_dir() or "Балапан".encode() not in path.read_bytes(), path


def test_queries_without_a_result_and_without_a_click(log: QueryLog) -> None:
    log.note(found("құсүй", total=0), page="/search")
    log.note(found("ҚҰСҮЙ ", total=0), page="/v1/search")
    opened = log.note(found("ұя"), page="/search")
    log.note(found("ұя"), page="/search")
    log.note(found("ұя мерзімі"), page="/search", answered=True)
    assert opened
    log.click(opened, kind=ClickKind.SERVICE, target="nest-1", place=1)
    log.flush()
    assert [(one.newest.key, one.searches) for one in log.without_result()] == [("құсүй", 2)]
    assert [(one.newest.text, one.searches, one.clicked) for one in log.without_click()] == [("ұя", 2, 1)]
    assert log.counts() == {"searches": 5, "without_result": 2, "without_click": 1, "clicks": 1}
    assert [len(clicks) for _, clicks in log.searches()] == [0, 0, 1, 0, 0]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (ClickKind.SERVICE, "nest-2"),  # not shown
        (ClickKind.CLAUSE, "Ерлан Серікұлы"),
        (ClickKind.CLAUSE, "900101300123"),
        (ClickKind.CLAUSE, "a b"),
    ],
)
def test_a_click_on_what_was_not_shown_or_is_no_clause_is_not_kept(
    open_log: Callable[..., QueryLog], kind: ClickKind, target: str
) -> None:
    log = open_log(mask=mask_personal)
    opened = log.note(found("ұя"), page="/search")
    assert opened
    log.click(opened, kind=kind, target=target, place=1)
    log.click(opened, kind=ClickKind.CLAUSE, target="V0000000001/annex-1/p-2", place=2)
    log.flush()
    assert [[click.target for click in clicks] for _, clicks in log.searches()] == [["V0000000001/annex-1/p-2"]]


@pytest.mark.parametrize("hidden", ["900101\u200b300123", "9ОО1О13ОО123"])
def test_what_hides_a_number_hides_it_from_nobody(open_log: Callable[..., QueryLog], hidden: str) -> None:
    log = open_log(mask=mask_personal)
    log.note(found(f"анықтама {hidden}"), page="/search")
    log.flush()
    ((kept, _),) = log.searches()
    assert (kept.text, kept.key) == ("анықтама [ЖСН]", "анықтама [жсн]")


def test_a_busy_database_costs_the_line_and_no_time(
    log: QueryLog, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 50)
    with store.write(), caplog.at_level(logging.WARNING):
        noted = log.note(found("Балапан туу куәлігі"), page="/search")
        assert noted  # it came back while the database was taken
        log.flush()
    assert log.lost == 1
    assert "куәлігі" not in caplog.text
    assert texts(log) == []
    log.note(found("келесі"), page="/search")
    assert texts(log) == ["келесі"]


def test_a_database_that_cannot_be_written_costs_the_line_only(log: QueryLog, home: Home) -> None:
    with sqlite3.connect(home.folder / "anyq.sqlite") as raw:
        raw.execute("DROP TABLE clicks")
        raw.execute("ALTER TABLE searches RENAME TO elsewhere")
    assert log.note(found("ұя"), page="/search")
    log.flush()
    assert log.lost == 1


def test_a_mask_that_fails_keeps_the_words_out_of_every_log(
    open_log: Callable[..., QueryLog], caplog: pytest.LogCaptureFixture
) -> None:
    def failing(text: str) -> Masked:
        raise ValueError(text)

    log = open_log(mask=failing)
    log.note(found("Балапан туу куәлігі"), page="/search")
    assert texts(log) == []
    assert log.lost == 1
    assert "Балапан" not in caplog.text
    assert "ValueError" in caplog.text


def test_too_many_at_once_are_lost_and_counted(open_log: Callable[..., QueryLog], store: Store) -> None:
    log = open_log()
    with store.write():
        for number in range(1_500):
            log.note(found(f"сөз {number}"), page="/search")
        assert log.lost >= 200
    log.flush()
    assert len(log.listed(limit=2_000)) == 1_500 - log.lost


def test_whoever_asks_without_end_fills_no_disk(log: QueryLog, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.pipeline.query_log.MOST_A_DAY", 3)
    assert [bool(log.note(found("ұя"), page="/search")) for _ in range(5)] == [True, True, True, False, False]
    clock.now += timedelta(days=1)
    assert log.note(found("ұя"), page="/search")


def test_a_logged_query_becomes_a_synonym_in_one_step(log: QueryLog, store: Store) -> None:
    search = log.note(found("құсүй", total=0), page="/search")
    assert search
    log.flush()
    made = log.adopt(search, term="мектеп", actor=LOCAL.signing("Гүлнар"))
    assert (made.said, made.ru[0], made.search) == (("құсүй",), "школа", search)
    part = log.adopt(search, words="ҚҮ", term="мектеп", actor=LOCAL.signing("Гүлнар"), short=True)
    assert (part.said, part.short) == ((), ("ҚҮ",))
    (first, second) = Curation(store).curated().terms
    assert (first.said, second.short) == (("құсүй",), ("ҚҮ",))


def test_a_masked_word_is_no_synonym(log: QueryLog) -> None:
    search = log.note(found("Балапан", total=0), page="/search")
    assert search
    log.flush()
    with pytest.raises(BadCuration, match="masked"):
        log.adopt(search, term="мектеп", actor=LOCAL.signing("Гүлнар"))
    with pytest.raises(UnknownName, match="no search"):
        log.adopt("f" * 16, term="мектеп", actor=LOCAL.signing("Гүлнар"))


def test_closing_stores_what_waits(open_log: Callable[..., QueryLog], home: Home, tmp_path: Path) -> None:
    log = open_log()
    for number in range(50):
        log.note(found(f"сөз {number}"), page="/search")
    log.close()
    assert open_log().counts()["searches"] == 50
