"""Coefficients of demand and complexity: read whole or not at all, and what they do to a rating."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.monitoring import Answers
from kb.monitoring import BadMarks, CoefficientKind, Coefficients, Group, Measure, rate, read_coefficients, weigh
from kb.monitoring.measures import pool

DEMAND, COMPLEXITY = CoefficientKind.DEMAND, CoefficientKind.COMPLEXITY
SAMPLE = Path(__file__).parents[3] / "examples" / "monitoring" / "coefficients.yaml"
GOOD, FAIR = Answers.marks([0, 0, 0, 2, 8]), Answers.marks([1, 1, 2, 2, 4], silent=3)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_is_read_with_its_source() -> None:
    found = read_coefficients(SAMPLE)
    assert found.source == "«Үлгі» қоғамдық қоры, 2025 жыл"
    assert found.of("ulgi-02") == {DEMAND: Decimal("0.8"), COMPLEXITY: Decimal("1.5")}
    assert found.weight("ulgi-02") == Fraction(6, 5)
    assert found.weight("no-such") is None


def test_a_csv_gives_the_same_and_an_empty_cell_nothing(tmp_path: Path) -> None:
    found = read_coefficients(written(tmp_path, "k.csv", "service;demand;complexity\na;1.5;\nb;0.5;2\n"))
    assert found.of("a") == {DEMAND: Decimal("1.5")}
    assert (found.weight("a"), found.weight("b")) == (None, Fraction(1))
    one_kind = read_coefficients(written(tmp_path, "d.csv", "service,demand\na,1.5\n"))
    assert one_kind.weight("a") == Fraction(3, 2)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("k.csv", "service,demand\na,0\n", "row 2, demand: «0» is no number above 0"),
        ("k.csv", "service,demand\na,-1\n", "«-1» is no number above 0"),
        ("k.csv", 'service,demand\na,"1,5"\n', "«1,5» is no number above 0"),
        ("k.csv", "service,demand\na,101\n", "up to 100"),
        ("k.csv", "service,demand\na,NaN\n", "«NaN» is no number"),
        ("k.csv", "service,demand\na,=1+1\n", "«=1+1» is no number"),
        ("k.csv", "service,demand\na,1\na,2\n", "row 3: a is there twice"),
        ("k.csv", "service,weight\na,1\n", "«weight» is no column of coefficients"),
        ("k.csv", "service,demand\n,1\n", "row 2: names no service"),
        ("k.csv", "service,demand\na,1,5\n", "row 2 has more cells than the heading"),
        ("k.csv", "service,demand\na,\n", "the file gives no coefficient"),
        ("k.csv", "", "is empty"),
        ("k.yaml", "services: {a: 1}\n", "expected `services` with a list"),
        ("k.yaml", "services: [a]\n", "service 1 is no mapping"),
        ("k.yaml", "services: [\n", "not valid YAML"),
        ("k.yaml", "services: []\nweights: 1\n", "«weights» is neither `source` nor `services`"),
        ("k.yaml", "services:\n- {service: a, demand: yes}\n", "«True» is no number"),
        ("k.txt", "service,demand\n", "is neither CSV nor YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(BadMarks, match=r".") as raised:
        read_coefficients(written(tmp_path, name, text))
    assert told in str(raised.value)


def test_large_and_absent_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadMarks, match="no more than 1 MB"):
        read_coefficients(written(tmp_path, "k.csv", "service,demand\n" + "a,1\n" * 300_000))
    with pytest.raises(BadMarks, match="no such file"):
        read_coefficients(tmp_path / "none.csv")


def test_a_service_is_its_figure_times_its_coefficients() -> None:
    given_by = Coefficients(by_kind={DEMAND: {"a": Decimal(1), "b": Decimal("2.5")}}, source="own")
    found = weigh(rate({"a": GOOD, "b": FAIR}), {"a": {"a": GOOD}, "b": {"b": FAIR}}, given_by, by=Group.SERVICE)
    assert [(one.row.key, one.rank, one.weighted) for one in found.rows] == [
        ("b", 1, Decimal("100.0")),
        ("a", 2, Decimal("80.0")),
    ]
    assert (found.unused, found.source, found.formula) == ((COMPLEXITY,), "own", "weighted_service")


def test_answers_of_a_body_count_with_the_weight_of_their_service() -> None:
    weights = {"a": Decimal(3), "b": Decimal(1)}
    given_by = Coefficients(by_kind={DEMAND: weights})
    rating = rate({"body": pool([GOOD, FAIR])}, measure=Measure.MEAN)
    (row,) = weigh(rating, {"body": {"a": GOOD, "b": FAIR}}, given_by, by=Group.BODY).rows
    expected = (3 * (2 * 4 + 8 * 5) + (1 + 2 + 6 + 8 + 20)) / (3 * 10 + 10)
    assert row.weighted is not None
    assert abs(float(row.weighted) - expected) <= 0.005


def test_a_service_without_a_coefficient_is_named_and_nothing_is_guessed() -> None:
    given_by = Coefficients(by_kind={DEMAND: {"a": Decimal(3)}})
    rating = rate({"x": pool([GOOD, FAIR]), "y": GOOD})
    found = weigh(rating, {"x": {"a": GOOD, "b": FAIR}, "y": {"a": GOOD}}, given_by, by=Group.REGION)
    assert [(one.row.key, one.rank, one.weighted, one.missing) for one in found.rows] == [
        ("y", 1, Decimal("80.0"), ()),
        ("x", None, None, ("b",)),
    ]


@given(
    st.dictionaries(st.sampled_from("abcd"), st.tuples(*[st.integers(0, 50)] * 4, st.integers(1, 50)), min_size=1),
    st.decimals("0.01", 100, places=2),
)
def test_equal_weights_change_no_pooled_figure(counts: dict[str, tuple[int, ...]], weight: Decimal) -> None:
    answers = {name: Answers.marks(own) for name, own in counts.items()}
    rating = rate({"all": pool(answers.values())})
    given_by = Coefficients(by_kind={COMPLEXITY: dict.fromkeys(answers, weight)})
    (row,) = weigh(rating, {"all": answers}, given_by, by=Group.BODY).rows
    assert row.weighted == row.row.satisfaction
