"""Values by which nothing can be found."""

import pytest

from kb.norms.bodies import bodies
from kb.search import known_values, tell_unknown


@pytest.mark.parametrize(
    ("kind", "facet", "value", "told"),
    [
        ("services", "language", "de", "kk, ru"),
        ("services", "status", "open", "in_force, repealed"),
        ("services", "paid", "true", "free, paid, both, unknown"),
        ("services", "electronic", "maybe", "yes, partly, no, unknown"),
        ("services", "life_situation", "birth", "five digits"),
        ("clauses", "field", "colour", "deadline"),
        ("register", "automation", "robot", "electronic_any"),
    ],
)
def test_an_unknown_value_is_told_with_those_that_there_are(kind: str, facet: str, value: str, told: str) -> None:
    problem = tell_unknown(kind, facet, value)
    assert problem
    assert repr(value) in problem
    assert told in problem


def test_of_many_bodies_the_nearest_are_told() -> None:
    code = next(iter(bodies()))
    problem = tell_unknown("services", "body", f"{code}x")
    assert problem
    assert f"nearest are {code}, " in problem
    assert len(problem) < 300


@pytest.mark.parametrize("kind", ["services", "clauses", "register"])
def test_a_known_value_is_taken(kind: str) -> None:
    for facet in {"services": ("body", "region"), "clauses": ("act_type",), "register": ("owner", "form")}[kind]:
        known = known_values(kind, facet)
        assert known
        assert [tell_unknown(kind, facet, value) for value in known] == [None] * len(known)
    assert tell_unknown("services", "life_situation", "01002") is None
    assert tell_unknown("clauses", "services", "any id") is None
