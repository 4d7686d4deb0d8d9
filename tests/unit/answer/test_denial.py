import time

import pytest

from kb.answer.cue_groups import CueGroups
from kb.answer.guards.denial import meant
from kb.text.words import read_words

DEEDS = CueGroups(
    {"groups": {"deed": {"kk": ["пара бер*", "жасыр*", "алдап*"], "ru": ["взятк*", "=скрыть", "=скрываю", "обман*"]}}}
)


def is_meant(text: str) -> bool:
    words = read_words(text)
    (match, *_) = DEEDS.matches(words)
    return meant(match, words)


@pytest.mark.parametrize(
    "text",
    [
        "Пара бермей-ақ ала аламын ба?",
        "Пара бергім келмейді",
        "Табысты жасырмаймын",
        "Жасырып жүрген жоқпын",
        "Мені алдап кетті",
        "Как получить без взятки?",
        "Взятку давать не хочу",
        "Не хочу скрыть доход",
        "Не скрываю доход",
        "Меня обманули в ЦОНе",
    ],
)
def test_denied_and_suffered_deeds(text: str) -> None:
    assert not is_meant(text)


@pytest.mark.parametrize(
    "text",
    [
        "Пара берсем бола ма?",
        "Пара бермей бітпейді екен",
        "Табысты жасырсам не болады?",
        "Алдап ала аламын ба?",
        "Кому дать взятку, чтобы приняли?",
        "Как скрыть доход, чтобы не нашли?",
        "Мы обманули налоговую, как дальше?",
        "Хочу скрыть доход",
    ],
)
def test_deeds_that_the_caller_wants(text: str) -> None:
    assert is_meant(text)


@pytest.mark.parametrize("piece", ["мей", "бермай ", "али", "взятка не "])
def test_a_long_text_is_read_in_time(piece: str) -> None:
    words = read_words(("пара бер " + piece * (100_000 // len(piece)))[:100_000])
    begun = time.process_time()

    for match in DEEDS.matches(words):
        meant(match, words)

    assert time.process_time() - begun < 5.0
