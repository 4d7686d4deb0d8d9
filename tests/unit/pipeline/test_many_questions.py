"""Questions at once, and questions that are too long."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from kb.pipeline import Registry
from kb.search import BadQuery
from kb.store import Reader, Store

MANY = 30
AS_OF = date(2026, 1, 1)


def test_thirty_questions_at_once_do_not_wait_for_each_other(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All hold their reader when the cards are read: one more reader each would be one too many for any pool."""
    inside = threading.Barrier(MANY, timeout=20)
    opened: list[int] = []
    read = Store.read

    @contextmanager
    def counted(store: Store) -> Iterator[Reader]:
        with read(store) as base:
            opened.append(threading.get_ident())
            inside.wait()
            yield base

    monkeypatch.setattr(Store, "read", counted)
    states: list[str] = []
    problems: list[BaseException] = []

    def ask(number: int) -> None:
        try:
            states.append(registry.ask(f"Омарта паспортын беру мерзімі қандай {number}", as_of=AS_OF).state.value)
        except BaseException as problem:  # noqa: BLE001 - told below
            problems.append(problem)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert problems == []
    assert states == ["answered"] * MANY
    assert len(opened) == len(set(opened)) == MANY


@pytest.mark.parametrize("ask", [Registry.search, Registry.ask])
def test_a_text_that_is_too_long_is_refused_before_any_work(registry: Registry, ask: Callable[..., object]) -> None:
    text = " ".join(f"сөз{number}" for number in range(15_000))
    assert len(text) > 100_000
    started = time.perf_counter()
    with pytest.raises(BadQuery, match=r"characters, at most 1,000 are searched"):
        ask(registry, text)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("ask", [Registry.search, Registry.ask])
def test_a_control_character_is_refused_by_both(registry: Registry, ask: Callable[..., object]) -> None:
    with pytest.raises(BadQuery, match="control character"):
        ask(registry, "паспорт\x07 беру")


def test_the_longest_question_is_answered_however_many_words_stand_for_its_own(registry: Registry) -> None:
    text = ("Омарта паспортын беру мерзімі қандай? Құжаттар, ақысы, өтініш, анықтама, куәлік, лицензия? " * 20)[:1000]
    assert registry.ask(text, as_of=AS_OF).q == text
