"""Changes planted in one language are found; what the texts themselves say otherwise is known and labelled."""

import json
from pathlib import Path

import pytest

from kb.compare.parity import compare_languages
from tests.mutations.parity_document import ActPair, real_pairs, sample_pairs
from tests.mutations.parity_planting import Planted, plant_all, recall

LABELS = Path(__file__).parents[1] / "labels" / "parity.jsonl"
RECALL = 0.95
FALSE_ALARMS = 0.02
PRECISION = 0.85


@pytest.fixture(scope="module")
def planted() -> list[Planted]:
    return plant_all(sample_pairs(), rounds=3)


def test_planted_changes_are_found(planted: list[Planted]) -> None:
    found = sum(one.found for one in planted)
    missed = [(one.planting, one.language.value, one.act, one.clause) for one in planted if not one.found]
    assert len(planted) >= 100
    assert found / len(planted) >= RECALL, missed


def test_changes_of_every_kind_are_planted(planted: list[Planted]) -> None:
    kinds = {"number", "unit", "negation", "channel dropped", "list item dropped"}  # few samples ask for a notary
    assert kinds <= set(recall(planted))


def _differences(pairs: list[ActPair]) -> set[tuple[str, ...]]:
    return {
        (pair.name, one.kk.clause, one.ru.clause, one.kind.value)
        for pair in pairs
        for one in compare_languages(pair.kk, pair.ru)
    }


def _labelled() -> dict[tuple[str, ...], str]:
    lines = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    return {(one["act"], one["kk"], one["ru"], one["kind"]): one["label"] for one in lines}


def test_what_differs_in_the_acts_is_labelled_and_mostly_true(shared: Path) -> None:
    pairs = [*real_pairs(), *sample_pairs()]
    found, labelled = _differences(pairs), _labelled()
    false = [one for one in found if labelled.get(one) != "true"]
    clauses = sum(min(len(pair.kk.clauses), len(pair.ru.clauses)) for pair in pairs)
    assert sorted(one for one in found if one not in labelled) == []
    assert len(false) / clauses <= FALSE_ALARMS
    assert 1 - len(false) / len(found) >= PRECISION, false
    true = {one for one, label in labelled.items() if label == "true"}
    assert len(true & found) / len(true) >= PRECISION, sorted(true - found)
