from kb.compare.rules import discover_rules
from kb.compare.within_act import ACT_RULES
from kb.compare.within_act.opposed_wording import FILE
from kb.compare.within_act.wordings import load
from kb.model import FindingClass


def test_every_rule_of_an_act_is_run() -> None:
    assert set(ACT_RULES) <= set(discover_rules()[FindingClass.WITHIN_RECORD.value])


def test_every_pair_of_phrases_has_two_sides_with_words() -> None:
    for pair in load(FILE)["pairs"].values():
        assert pair["a"]["words"]
        assert pair["b"]["words"]
        assert set(pair.get("offers", ())) | set(pair.get("lacks", ())) <= set(load(FILE)["channels"])
