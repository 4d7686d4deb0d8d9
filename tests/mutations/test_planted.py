"""Planted contradictions are found, harmless changes are not told of: never less than the committed floors."""

from pathlib import Path

import pytest
import yaml

from tests.mutations.plant_words import plants
from tests.mutations.planted_text import planted_texts
from tests.mutations.planting import Harness, Planted

FLOORS = yaml.safe_load(Path(__file__).with_name("planted_floors.yaml").read_text(encoding="utf-8"))
HARMFUL = [one.name for one in plants() if not one.harmless]
HARMLESS = [one.name for one in plants() if one.harmless]


@pytest.fixture(scope="session")
def planted(shared: Path) -> dict[str, list[Planted]]:
    """What became of each plant."""
    del shared  # asks that real documents are there
    harness = Harness(tuple(planted_texts()))
    return {plant.name: list(harness.plant(plant)) for plant in plants()}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_planted_contradiction_is_found(planted: dict[str, list[Planted]], name: str) -> None:
    changes = planted[name]
    assert changes, f"nothing was planted for {name!r}; its wording in plants.yaml fits no text"
    missed = [f"{one.text}:{one.line} {one.was!r} -> {one.became!r}" for one in changes if not one.told]
    assert 1 - len(missed) / len(changes) >= FLOORS["found"][name], missed


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_change_raises_no_alarm(planted: dict[str, list[Planted]], name: str) -> None:
    changes = planted[name]
    assert changes, f"nothing was planted for {name!r}; its wording in plants.yaml fits no text"
    alarms = [f"{one.text}:{one.line} {one.was!r} -> {one.became!r}" for one in changes if one.told]
    assert len(alarms) / len(changes) <= FLOORS["alarms"][name], alarms


def test_floors_speak_of_every_plant() -> None:
    assert (set(FLOORS["found"]), set(FLOORS["alarms"])) == (set(HARMFUL), set(HARMLESS))
