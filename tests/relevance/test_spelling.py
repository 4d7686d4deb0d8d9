"""Real texts and questions in the spellings that people and scanners give them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kb.model import Language
from kb.text import analyse, fold, highlight, identify_language, swap_layout, to_cyrillic, tokenise

MIXED = re.compile("[a-zA-Z][\u0400-\u052f]|[\u0400-\u052f][a-zA-Z]")
LETTERS = re.compile(r"[^\W\d_]+")


def read_questions(shared: Path) -> dict[str, dict[str, str]]:
    lines = (shared / "eval" / "questions-dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def disturbed(shared: Path, kind: str) -> dict[str, str]:
    command = [sys.executable, str(shared / "eval" / "disturb.py"), kind]
    with (shared / "eval" / "questions-dev.jsonl").open(encoding="utf-8") as questions:
        done = subprocess.run(command, stdin=questions, capture_output=True, encoding="utf-8", check=True)
    return dict(line.split("\t", 1) for line in done.stdout.splitlines())


def shared_stems(text: str, other: str, language: str) -> float:
    first, second = (set(getattr(analyse(one), language)) for one in (text, other))
    return len(first & second) / len(first | second)


def test_look_alike_letters_are_all_read(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("003_*.txt")
    text = path.read_text(encoding="utf-8")
    mixed = [word for word in LETTERS.findall(text) if MIXED.search(word)]
    assert len(mixed) == 489
    assert [word for word in mixed if re.search("[a-z]", fold(word).text)] == []
    # each is found by its stem, typed in Cyrillic letters only
    indexed = set(analyse(text, Language.KK).kk)
    typed = [word.translate(str.maketrans("aceiopxyCE", "асеіорхуСЕ")) for word in mixed]
    assert [word for word in typed if not set(analyse(word).kk) <= indexed] == []


def test_places_in_a_damaged_text_are_exact(shared: Path) -> None:
    for path in (shared / "seeds").glob("00*.txt"):
        text = path.read_text(encoding="utf-8")
        tokens = tokenise(text)
        assert len(tokens) > 500
        assert all(
            fold(text[token.start : token.end]).text == token.text for token in tokens[:: max(1, len(tokens) // 2_000)]
        )


@pytest.mark.parametrize(
    ("kind", "language", "floor"),
    [("latin2021", "kk", 0.94), ("latin2021", "ru", 0.88), ("chat", "kk", 0.91), ("chat", "ru", 0.91)],
)
def test_latin_spellings_give_the_stems_of_cyrillic_ones(shared: Path, kind: str, language: str, floor: float) -> None:
    questions, latin = read_questions(shared), disturbed(shared, kind)
    names = [name for name in latin if questions[name]["lang"] == language]
    assert len(names) > 50
    read = {name: to_cyrillic(latin[name]) for name in names}
    assert [read[name] for name in names if identify_language(read[name]) != language] == []
    assert sum(shared_stems(questions[name]["q"], read[name], language) for name in names) / len(names) >= floor


def test_the_wrong_layout_is_noticed(shared: Path) -> None:
    questions = read_questions(shared)
    swapped = {name: swap_layout(text) for name, text in disturbed(shared, "layout").items()}
    assert [name for name, text in swapped.items() if text is None] == []
    same = [shared_stems(questions[name]["q"], text or "", questions[name]["lang"]) for name, text in swapped.items()]
    assert sum(same) / len(same) >= 0.97


@pytest.mark.parametrize("kind", ["clean", "plain", "latin2021", "chat", "typo", "glue"])
def test_the_right_layout_is_left_alone(shared: Path, kind: str) -> None:
    texts = disturbed(shared, kind).values()
    assert len(texts) >= 100
    assert [text for text in texts if swap_layout(text)] == []


@pytest.mark.parametrize("kind", ["clean", "plain", "typo"])
def test_cyrillic_is_left_alone(shared: Path, kind: str) -> None:
    assert [text for text in disturbed(shared, kind).values() if to_cyrillic(text) != text] == []


def test_misspelled_questions_mark_most_of_the_same_words(shared: Path) -> None:
    """Words of the question itself: nearly all stay marked when it is misspelled, and few others are."""
    questions = {name: row["q"] for name, row in read_questions(shared).items()}
    wanted = marked = same = 0
    for name, text in disturbed(shared, "typo").items():
        right, found = set(highlight(questions[name], questions[name])), set(highlight(questions[name], text))
        wanted, marked, same = wanted + len(right), marked + len(found), same + len(right & found)
    assert same / wanted >= 0.87
    assert same / marked >= 0.96
