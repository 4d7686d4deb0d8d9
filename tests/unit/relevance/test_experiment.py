from collections.abc import Sequence

import pytest

from indexes.weights import Weights, read_weights
from kb.pipeline.progress import silent
from kb.relevance import BadData, experiment_names, read_experiment, run_experiment, weight_in_force
from kb.relevance.changed_weights import change_weight, weight_at
from kb.relevance.experiment import Ground, experiment_of
from kb.relevance.figures import Answered

PATH = "texts.services.name"
DATA = {
    "about": "How much a name weighs.",
    "parameter": PATH,
    "values": [1.0, 2.0],
    "part": "judged",
    "chosen": 2.0,
    "result": "More is better.",
}


def test_one_weight_is_changed_and_the_others_stay() -> None:
    before = read_weights()
    after = change_weight(before, PATH, 99.0)
    assert weight_at(after, PATH) == 99.0
    assert change_weight(after, PATH, weight_at(before, PATH)) == before
    assert weight_at(change_weight(before, "stem", 0.25), "stem") == 0.25


@pytest.mark.parametrize("path", ["nothing", "texts", "texts.services", "texts.services.nothing", "stem.more", ""])
def test_a_path_that_leads_to_no_number_is_told(path: str) -> None:
    with pytest.raises(BadData, match="leads to no number"):
        change_weight(read_weights(), path, 1.0)
    with pytest.raises(BadData, match="leads to no number"):
        weight_at(read_weights(), path)


def test_each_value_is_tried_and_only_the_chosen_one_on_what_was_kept_apart() -> None:
    def tuning(weights: Weights) -> Sequence[Answered]:
        return [Answered(("a",) if weight_at(weights, PATH) > 1 else (), {"a": 1})]

    def apart(weights: Weights) -> Sequence[Answered]:
        return [Answered(("b", "a"), {"a": 1})]

    ground = Ground(tuning=tuning, apart=apart)
    low, high = run_experiment(experiment_of("names", DATA), ground, progress=silent)
    assert (low.value, low.chosen, low.figures["ndcg"], low.apart) == (1.0, False, 0.0, None)
    assert (high.value, high.chosen, high.figures["ndcg"]) == (2.0, True, 1.0)
    assert high.apart is not None
    assert high.apart["rr"] == 0.5


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"part": "acts"}, "expected one of"),
        ({"chosen": 3.0}, "none of the values"),
        ({"more": 1}, "expected about"),
        ({"values": 1}, "expected about"),
    ],
)
def test_a_file_of_another_shape_is_told(change: dict[str, object], said: str) -> None:
    with pytest.raises(BadData, match=said):
        experiment_of("names", {**DATA, **change})


def test_an_unknown_experiment_is_told() -> None:
    with pytest.raises(BadData, match="no experiment 'nothing'"):
        read_experiment("nothing")


def test_weights_in_force_are_those_that_experiments_chose() -> None:
    chosen = [read_experiment(name) for name in experiment_names()]
    assert {one.name: weight_in_force(one) for one in chosen} == {one.name: one.chosen for one in chosen}
