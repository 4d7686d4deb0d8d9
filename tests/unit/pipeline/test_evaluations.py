"""The evaluation of state bodies in a base: all or nothing, appeals with their trail, versions that stay."""

from datetime import date
from decimal import Decimal

import pytest

from kb.model.access import LOCAL
from kb.model.evaluation import AppealState
from kb.monitoring import BadMarks
from kb.monitoring.evaluation import BODY, BadAppeal, read_method_file, read_points
from kb.pipeline import BadEvaluation, Registry, UnknownName
from kb.pipeline.evaluations import Evaluations
from tests.conftest import ROOT

SAMPLES = ROOT / "examples" / "monitoring" / "evaluation"
SAMPLE = read_method_file(SAMPLES / "method-2025.yaml")
ENERGY, FINANCE = read_points([SAMPLES / "points-2025.csv"], SAMPLE, 2025)
MAY, TODAY = date(2026, 5, 12), date(2026, 6, 30)
JUDGE = "national-economy-ministry"


@pytest.fixture
def registry(home):
    registry = Registry(home, today=lambda: TODAY)
    yield registry
    registry.close()


@pytest.fixture
def evaluations(registry) -> Evaluations:
    registry.evaluations.add_method(SAMPLE, actor=LOCAL)
    registry.evaluations.keep((ENERGY, FINANCE), actor=LOCAL)
    return registry.evaluations


def trail(registry):
    return [(one.action, one.target) for one in registry.access.trail.all()][::-1]


def file(evaluations, item="yearly-targets", **more):
    return evaluations.file_appeal(FINANCE.id, item, **{"day": MAY, "reason": "негіз", "actor": LOCAL, **more})


def move(evaluations, number, state, **more):
    given = {"behalf": JUDGE, "day": MAY, "reason": "негіз", "actor": LOCAL, **more}
    return evaluations.move_appeal(number, state, **given)


def test_what_was_kept_comes_back_as_it_was(registry, evaluations) -> None:
    assert [one.id for one in evaluations.methods()] == ["three-blocks", "ulgi-2025"]
    assert evaluations.method("ulgi-2025") == SAMPLE
    assert evaluations.years() == (2025,)
    assert [one.evaluation for one in evaluations.listed(2025)] == [ENERGY, FINANCE]
    assert evaluations.listed(2024) == ()
    sheet = evaluations.sheet(FINANCE.id)
    assert (sheet.evaluation, sheet.method, sheet.appeals) == (FINANCE, SAMPLE, ())
    assert str(sheet.totals[BODY].shown) == "86.38"
    assert trail(registry) == [
        ("evaluation_method.add", "ulgi-2025"),
        ("evaluation.import", ENERGY.id),
        ("evaluation.import", FINANCE.id),
    ]


def test_unknown_names_are_told(evaluations) -> None:
    for ask in (evaluations.method, evaluations.sheet):
        with pytest.raises(UnknownName):
            ask("lost")
    with pytest.raises(UnknownName):
        evaluations.changes("three-blocks", "lost")
    with pytest.raises(UnknownName):
        move(evaluations, 9, AppealState.WITHDRAWN)
    assert any(one.field == "weight" for one in evaluations.changes("three-blocks", "ulgi-2025"))


@pytest.mark.parametrize("method", ["own", "given"])
def test_a_version_is_never_changed(registry, evaluations, method) -> None:
    known = evaluations.methods()[0] if method == "own" else SAMPLE
    before = trail(registry)
    with pytest.raises(BadMarks, match="versions are not changed"):
        evaluations.add_method(known, actor=LOCAL)
    assert trail(registry) == before


def test_an_import_is_kept_whole_or_not_at_all(registry, evaluations) -> None:
    other = read_points([SAMPLES / "points-2025.csv"], SAMPLE, 2025)[0]
    lone = Evaluations.sheet(evaluations, ENERGY.id)
    with pytest.raises(BadMarks, match="2025-finance-ministry is in the base already; use --replace"):
        evaluations.keep((other, FINANCE), actor=LOCAL)
    assert evaluations.sheet(ENERGY.id) == lone
    assert len(trail(registry)) == 3
    evaluations.keep((FINANCE,), actor=LOCAL, replace=True)
    last = next(iter(registry.access.trail.all()))
    assert (last.action, last.before == last.after) == ("evaluation.import", True)


def test_an_accepted_appeal_changes_the_totals_and_leaves_its_trail(registry, evaluations) -> None:
    number = file(evaluations).id
    move(evaluations, number, AppealState.UNDER_CONSIDERATION)
    done = move(evaluations, number, AppealState.ACCEPTED, points=Decimal("95.50"))
    assert [one.state.value for one in done.moves] == ["filed", "under_consideration", "accepted"]
    assert (done.in_term, str(done.moves[-1].points)) == (True, "95.50")
    sheet = evaluations.sheet(FINANCE.id)
    assert sheet.appeals == (done,)
    assert str(sheet.totals["yearly-targets"].shown) == "95.50"
    assert sheet.evaluation.scores[0].points == Decimal("91.5")
    assert trail(registry)[3:] == [
        ("appeal.file", str(number)),
        ("appeal.under_consideration", str(number)),
        ("appeal.accepted", str(number)),
    ]
    last = next(iter(registry.access.trail.all()))
    assert (last.before, last.after["points"]) == ({"state": "under_consideration"}, 95.5)


def test_a_step_that_is_refused_is_not_kept(registry, evaluations) -> None:
    number = file(evaluations).id
    kept, told = evaluations.sheet(FINANCE.id), trail(registry)
    for state, more, wrong in (
        (AppealState.ACCEPTED, {"points": Decimal(99)}, BadAppeal),
        (AppealState.UNDER_CONSIDERATION, {"behalf": "energy-ministry"}, BadAppeal),
        (AppealState.UNDER_CONSIDERATION, {"reason": "  "}, BadEvaluation),
        (AppealState.UNDER_CONSIDERATION, {"reason": "ж" * 2001}, BadEvaluation),
        (AppealState.WITHDRAWN, {"day": date(2027, 1, 1), "behalf": FINANCE.body}, BadAppeal),
    ):
        with pytest.raises(wrong):
            move(evaluations, number, state, **more)
    with pytest.raises(BadAppeal, match="is open already"):
        file(evaluations)
    assert (evaluations.sheet(FINANCE.id), trail(registry)) == (kept, told)


def test_points_under_appeal_cannot_be_taken_away_by_a_later_import(evaluations, tmp_path) -> None:
    file(evaluations, "openness")
    rows = (SAMPLES / "points-2025.csv").read_text(encoding="utf-8").splitlines()
    path = tmp_path / "less.csv"
    path.write_text("\n".join(row for row in rows if "openness" not in row), encoding="utf-8")
    with pytest.raises(BadMarks, match="is on «openness», which would have no points"):
        evaluations.keep(read_points([path], SAMPLE, 2025), actor=LOCAL, replace=True)
    assert evaluations.sheet(FINANCE.id).evaluation == FINANCE


def test_a_build_changes_nothing_of_it(built) -> None:
    from kb.pipeline import build_base  # noqa: PLC0415

    registry = Registry(built, today=lambda: TODAY)
    registry.evaluations.add_method(SAMPLE, actor=LOCAL)
    registry.evaluations.keep((FINANCE,), actor=LOCAL)
    file(registry.evaluations)
    before = registry.evaluations.sheet(FINANCE.id)
    build_base(built, full=True)
    assert registry.evaluations.sheet(FINANCE.id) == before
    registry.close()
