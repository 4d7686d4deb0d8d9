import random
from pathlib import Path

import pytest

from kb.relevance import BadData, Noise, disturb_queries, script_disturber
from kb.relevance.judged_query import JudgedQuery
from kb.relevance.noise import disturb

TEXT = "Омарта  паспортын қайдан аламын"


def query(text: str, name: str = "q1") -> JudgedQuery:
    return JudgedQuery(id=name, text=text, language="kk", services=("s1",))


def disturbed(text: str, noise: Noise, seed: int = 1) -> str:
    return disturb(text, noise, random.Random(seed))  # noqa: S311


@pytest.mark.parametrize(
    ("noise", "text", "expected"),
    [
        (Noise.PLAIN, "Әке үйі Қызыл һәм ұн", "Аке уйи Кызыл хам ун"),
        (Noise.PLAIN, "Где взять паспорт пасеки", "Где взять паспорт пасеки"),
        (Noise.LATIN2021, "Шұғыл жәрдем", "şūğyl järdem"),
        (Noise.LATIN2021, "объявление 15", "obiavlenie 15"),
        (Noise.LAYOUT, "Өтініш беру", "-n3y3i ,the"),
        (Noise.LAYOUT, "выдача", "dslfxf"),
    ],
)
def test_letters_are_changed_as_people_change_them(noise: Noise, text: str, expected: str) -> None:
    assert disturbed(text, noise) == expected


def test_chat_letters_are_latin_and_a_writer_keeps_to_one_habit() -> None:
    found = {disturbed("жаңа жер", Noise.CHAT, seed) for seed in range(20)}
    assert found == {"zhana zher", "jana jer"}


def test_slips_change_one_letter_of_some_longer_words() -> None:
    words = ["куәлік", "алу", "мерзімі", "ақысы", "қанша"] * 20
    changed = [
        (before, after)
        for before, after in zip(words, disturbed(" ".join(words), Noise.TYPO).split(), strict=True)
        if before != after
    ]
    assert 15 <= len(changed) <= 45  # of 80 long words a third
    for before, after in changed:
        assert len(before) >= 5
        assert before[0] == after[0]
        assert abs(len(before) - len(after)) <= 1
        assert set(after) <= set(before)


def test_glue_joins_two_neighbours() -> None:
    assert disturbed("бір екі", Noise.GLUE) == "бірекі"
    assert disturbed("бір", Noise.GLUE) == "бір"
    assert {disturbed("а б в", Noise.GLUE, seed) for seed in range(10)} == {"аб в", "а бв"}


@pytest.mark.parametrize("noise", list(Noise))
def test_a_seed_decides_whatever_stands_around(noise: Noise) -> None:
    alone = disturb_queries([query(TEXT, "q9")], noise, 7)
    among = disturb_queries([query("басқа сұрақ бар"), query(TEXT, "q9")], noise, 7)
    assert among[1:] == alone
    assert "  " not in alone[0]


def test_seeds_give_different_slips() -> None:
    queries = [query(TEXT, f"q{number}") for number in range(30)]
    assert disturb_queries(queries, Noise.TYPO, 7) != disturb_queries(queries, Noise.TYPO, 11)


def test_a_script_disturbs_in_the_order_of_the_queries(tmp_path: Path) -> None:
    script = tmp_path / "noise.py"
    script.write_text(
        "import json, sys\n"
        "for row in reversed([json.loads(line) for line in sys.stdin]):\n"
        "    print(row['id'], row['q'].upper() + sys.argv[1] + sys.argv[2], sep='\\t')\n"
    )
    found = script_disturber(script)([query("бір", "a"), query("екі", "b")], Noise.GLUE, 5)
    assert found == ["БІРglue5", "ЕКІglue5"]


@pytest.mark.parametrize(("body", "said"), [("raise SystemExit('no such kind')", "no such kind"), ("", "left out 1")])
def test_a_script_that_fails_is_told(tmp_path: Path, body: str, said: str) -> None:
    script = tmp_path / "noise.py"
    script.write_text(body)
    with pytest.raises(BadData, match=said):
        script_disturber(script)([query("бір")], Noise.GLUE, 5)
