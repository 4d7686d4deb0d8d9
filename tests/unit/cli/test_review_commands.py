import json
from pathlib import Path
from typing import Any

import pytest

from kb.pipeline import Home
from tests.command import Kb
from tests.review_base import doubtful, doubtful_folder

__all__ = ["doubtful", "doubtful_folder"]

WHO = ("--reason", "мәтінді оқыдым", "--author", "Гүлнар")


def listed(kb: Kb, home: Path, *options: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(kb("review", "list", "--json", *options, home=home).out)["items"]
    return items


def test_the_list_shows_what_is_doubtful_where_and_why(kb: Kb, doubtful: Home) -> None:
    ran = kb("review", "list", "--lang", "ru", home=doubtful.folder)
    assert ran.status == 0
    assert "число и слова не совпадают" in ran.out
    assert "10\u00a0дней" in ran.out
    assert "kaz.md" in ran.out
    assert ran.out.rstrip().endswith("Показано: 2, всего: 2")


def test_filters_of_the_list(kb: Kb, doubtful: Home) -> None:
    (fee,) = listed(kb, doubtful.folder, "--attribute", "fee")
    assert fee["reasons"] == ["number_and_words"]
    assert listed(kb, doubtful.folder, "--state", "accepted") == []
    assert len(listed(kb, doubtful.folder, "--service", fee["services"][0], "--limit", "1")) == 1


def test_a_value_is_edited_accepted_and_rejected_and_the_card_follows(kb: Kb, doubtful: Home) -> None:
    fee, term = listed(kb, doubtful.folder)
    edited = kb("review", "edit", fee["id"], *WHO, "--set", "amount=2", "--lang", "ru", home=doubtful.folder)
    assert (edited.status, edited.err) == (0, "")
    assert "исправлено" in edited.out
    card = kb("card", fee["services"][0], "--lang", "ru", "--as-of", "2026-01-01", home=doubtful.folder).out
    assert "Гүлнар: исправлено" in card
    rejected = kb("review", "reject", term["id"], *WHO, "--json", home=doubtful.folder)
    assert json.loads(rejected.out)["state"] == "rejected"
    card = kb("card", term["services"][0], "--lang", "ru", "--as-of", "2026-01-01", home=doubtful.folder).out
    assert "10\u00a0дней" in card[card.index("Значения, отклонённые людьми") :]
    assert "10\u00a0дней" not in card[: card.index("Значения, отклонённые людьми")]
    kb("review", "accept", term["id"], *WHO, home=doubtful.folder)
    shown = json.loads(kb("review", "show", term["id"], "--json", home=doubtful.folder).out)
    assert [one["verdict"] for one in shown["decisions"]] == ["accept", "reject"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("edit", "{id}", *WHO, "--set", "amount"), "FIELD=VALUE"),
        (("edit", "{id}", *WHO, "--set", "amount=-1"), "amount"),
        (("edit", "{id}", *WHO, "--set", "colour=red"), "colour"),
        (("accept", "{id}", "--reason", " ", "--author", "Гүлнар"), "reason"),
        (("show", "0" * 20), "no review item"),
        (("list", "--service", "nobody"), "nobody"),
        (("accept", "{id}", "--reason", "x"), "--author"),
    ],
)
def test_a_wrong_call_is_one_line(kb: Kb, doubtful: Home, options: tuple[str, ...], message: str) -> None:
    name = listed(kb, doubtful.folder)[0]["id"]
    ran = kb("review", *(option.format(id=name) for option in options), home=doubtful.folder)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert message in ran.err


def test_a_decision_during_a_build_is_a_failure_to_report(
    kb: Kb, doubtful: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.pipeline.reviews.PATIENCE_S", 0.0)
    name = listed(kb, doubtful.folder)[0]["id"]
    with doubtful.hold():
        ran = kb("review", "accept", name, *WHO, home=doubtful.folder)
    assert ran.status == 1
    assert "try again" in ran.err
