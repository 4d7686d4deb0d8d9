"""The words in which two passages differ."""

from dataclasses import replace

import pytest

from kb.compare.errors import CompareError
from kb.compare.overlap import clause_texts, differing_words
from kb.model import Language
from kb.read import WordChangeKind
from tests.unit.compare.overlap.clauses import LAMP, measured
from tests.unit.extract.documents import read_act


def test_the_words_of_one_side_only_are_told() -> None:
    one, other = (read_act(f"1. {text}\n", Language.RU) for text in (LAMP, LAMP.replace("вечер", "полдень")))
    other = replace(other, snapshot=replace(other.snapshot, document="other.md"))
    _, (pair,) = measured([clause for text in (one, other) for clause in clause_texts(text, lambda _: ("lamp",))])
    texts = {text.snapshot.digest: text for text in (one, other)}
    changes = {
        (change.kind, change.words.strip())
        for change in differing_words(pair, texts.get)
        if change.kind is not WordChangeKind.SAME
    }
    assert changes == {(WordChangeKind.REMOVED, "вечер"), (WordChangeKind.ADDED, "полдень")}
    with pytest.raises(CompareError, match=r"other\.md"):
        differing_words(pair, {one.snapshot.digest: one}.get)
