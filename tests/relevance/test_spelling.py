"""Real texts and questions in the spellings that people and scanners give them."""

import json
import re
import subprocess
import sys
from collections import Counter
from hashlib import md5
from pathlib import Path

import pytest

from kb.model import Language
from kb.text import analyse, fold, fold_kazakh, highlight, put_right, swap_layout, to_cyrillic, tokenise

MIXED = re.compile("[a-zA-Z][\u0400-\u052f]|[\u0400-\u052f][a-zA-Z]")
KAZAKH_LETTERS = re.compile("[әіңғүұқөһ]", re.IGNORECASE)
SENTENCE = re.compile(r"(?:[^\W\d_]{3,}\W+){5}")
LETTERS = re.compile(r"[^\W\d_]+")


def read_questions(shared: Path) -> dict[str, dict[str, str]]:
    lines = (shared / "eval" / "questions-dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def disturbed(shared: Path, kind: str) -> dict[str, str]:
    command = [sys.executable, str(shared / "eval" / "disturb.py"), kind]
    with (shared / "eval" / "questions-dev.jsonl").open(encoding="utf-8") as questions:
        done = subprocess.run(command, stdin=questions, capture_output=True, encoding="utf-8", check=True)
    return dict(line.split("\t", 1) for line in done.stdout.splitlines())


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


def read_sentences(shared: Path, language: str) -> list[str]:
    """A thousand whole sentences, the same in each run; those with words of both scripts are damaged themselves."""
    found: list[str] = []
    for path in sorted((shared / "data" / "aligned").glob(f"*.{language}.txt")):
        for line in dict.fromkeys(path.read_text(encoding="utf-8").splitlines()):
            words = " ".join(line.split())
            is_own = bool(KAZAKH_LETTERS.search(words)) == (language == "kk")
            if SENTENCE.search(words) and is_own and not MIXED.search(words):
                found.append(words)
    return sorted(found, key=lambda words: md5(words.encode(), usedforsecurity=False).digest())[:1_000]


def disturb(shared: Path, texts: list[str], kind: str) -> list[str]:
    lines = "\n".join(json.dumps({"id": str(at), "q": text}) for at, text in enumerate(texts))
    command = [sys.executable, str(shared / "eval" / "disturb.py"), kind]
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=True)
    return [line.split("\t", 1)[1] for line in done.stdout.splitlines()]


def same_words(text: str, other: str, language: str) -> tuple[int, int]:
    """How many words of `text` have their stem in `other`, and how many there are; word by word where that is told."""
    pairs = list(zip(text.split(), other.split(), strict=False))
    if len(text.split()) != len(other.split()):
        pairs = [(text, other)]
    same = total = 0
    for first, second in pairs:
        wanted, found = (
            Counter(map(fold_kazakh, getattr(analyse(one, Language(language)), language))) for one in (first, second)
        )
        same, total = same + (wanted & found).total(), total + wanted.total()
    return same, total


@pytest.mark.parametrize(
    ("language", "kind", "of_questions", "of_sentences"),
    [
        ("kk", "plain", 1.0, 1.0),
        ("kk", "latin2021", 0.99, 0.975),
        ("kk", "chat", 0.99, 0.97),
        ("kk", "layout", 0.99, 0.97),
        ("ru", "latin2021", 0.98, 0.975),
        ("ru", "chat", 0.98, 0.97),
        ("ru", "layout", 0.98, 0.97),
    ],
)
def test_disturbed_words_come_back(
    shared: Path, language: str, kind: str, of_questions: float, of_sentences: float
) -> None:
    questions = [row["q"] for row in read_questions(shared).values() if row["lang"] == language]
    for texts, floor in ((questions, of_questions), (read_sentences(shared, language), of_sentences)):
        assert len(texts) > 50
        read = map(put_right, disturb(shared, texts, kind))
        counts = [same_words(text, other, language) for text, other in zip(texts, read, strict=True)]
        assert sum(same for same, _ in counts) / sum(total for _, total in counts) >= floor


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_clean_sentences_are_left_alone(shared: Path, language: str) -> None:
    texts = read_sentences(shared, language)
    changed = [text for text in texts if fold(put_right(text)).text != fold(text).text]
    assert len(changed) <= len(texts) // 1_000


def test_the_wrong_layout_is_noticed(shared: Path) -> None:
    swapped = {name: swap_layout(text) for name, text in disturbed(shared, "layout").items()}
    assert [name for name, text in swapped.items() if text is None] == []


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
