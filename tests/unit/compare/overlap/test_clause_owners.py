"""Whose a clause is."""

from kb.compare.overlap import ClauseOwners

OWNERS = ClauseOwners(
    [
        ("buoy", "sha256:a", "annex-1"),
        ("lamp", "sha256:a", "annex-1/row-4"),
        ("gull", "sha256:a", "annex-2"),
        ("boat", "sha256:a", "annex-2"),
        ("gull", "sha256:b", "annex-9"),
        ("pier", "sha256:c", ""),
        ("boat", "sha256:c", ""),
    ]
)


def test_the_nearest_clause_with_a_mention_decides() -> None:
    owner = OWNERS.of("sha256:a")
    assert owner("annex-1/row-3/p-1") == ("buoy",)
    assert owner("annex-1/row-4/p-1") == ("lamp",)
    assert owner("annex-2/row-1") == ("boat", "gull")
    assert owner("annex-10") == owner("point-1") == ()


def test_a_text_with_one_service_speaks_of_it_everywhere() -> None:
    assert OWNERS.of("sha256:b")("point-1") == ("gull",)


def test_mentions_outside_clauses_and_unknown_bodies_own_nothing() -> None:
    assert OWNERS.of("sha256:c")("point-1") == ()
    assert OWNERS.of("sha256:d")("point-1") == ()
