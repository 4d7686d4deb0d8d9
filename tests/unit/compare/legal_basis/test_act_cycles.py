"""Acts that refer to each other in a ring, or repeal themselves."""

from kb.compare.legal_basis import find_act_issues


def test_acts_that_lean_on_others_only_are_no_issue() -> None:
    assert list(find_act_issues([("a", "b"), ("b", "c"), ("a", "c")], {"d": "a"})) == []


def test_a_ring_of_references_is_told_once() -> None:
    (issue,) = find_act_issues([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")], {})
    assert issue.code == "reference_cycle"
    assert all(name in issue.message for name in ("a", "b", "c"))


def test_every_ring_of_several_is_told() -> None:
    issues = list(find_act_issues([("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")], {}))
    assert [issue.code for issue in issues] == ["reference_cycle", "reference_cycle"]


def test_an_act_that_repeals_itself_is_told_and_stops_nothing() -> None:
    issues = list(find_act_issues([("a", "b"), ("b", "a")], {"a": "a", "b": "c", "c": "b"}))
    assert [issue.code for issue in issues] == ["self_repeal", "repeal_cycle", "reference_cycle"]


def test_a_reference_to_itself_is_no_ring() -> None:
    assert list(find_act_issues([("a", "a")], {})) == []
