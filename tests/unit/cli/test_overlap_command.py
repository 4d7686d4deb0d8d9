"""`kb overlap`."""

import json
from pathlib import Path

from tests.command import Kb
from tests.overlap_base import FIRST, SECOND, SHARED, overlapping_folder

__all__ = ["overlapping_folder"]


def test_shares_stand_in_tables_and_as_json(kb: Kb, overlapping_folder: Path) -> None:
    told = json.loads(kb("overlap", "--json", home=overlapping_folder).out)
    assert 0 < told["overall"]["part"] < 1
    assert {(one["first"], one["second"]) for one in told["acts"]} >= {(FIRST, SECOND), (SECOND, FIRST)}
    page = kb("overlap", "--lang", "ru", home=overlapping_folder).out
    assert f"{told['overall']['part']:.0%}" in page
    assert FIRST in page
    assert len(json.loads(kb("overlap", "--limit", "1", "--json", home=overlapping_folder).out)["acts"]) == 1


def test_the_passages_of_a_service_and_of_two_acts_stand_side_by_side(kb: Kb, overlapping_folder: Path) -> None:
    service = json.loads(kb("overlap", "--json", home=overlapping_folder).out)["services"][0]
    told = json.loads(kb("overlap", "--service", service["first"], "--json", home=overlapping_folder).out)
    assert told["share"] == service
    assert told["items"]
    pair = kb("overlap", "--act", SECOND, "--with", FIRST, "--lang", "ru", home=overlapping_folder).out
    words = SHARED.split()
    assert sum(word in pair for word in words) > len(words) / 2
    first = json.loads(
        kb("overlap", "--limit", "1", "--json", "--act", FIRST, "--with", SECOND, home=overlapping_folder).out
    )
    assert len(first["items"]) == 1
    assert first["next"]


def test_a_wrong_call_is_told(kb: Kb, overlapping_folder: Path) -> None:
    for options in (("--act", FIRST), ("--with", FIRST), ("--service", "x", "--act", FIRST, "--with", SECOND)):
        ran = kb("overlap", *options, home=overlapping_folder)
        assert ran.status == 2
        assert "--act" in ran.err
    unknown = kb("overlap", "--service", "no-such", home=overlapping_folder)
    assert unknown.status == 2
    assert "no-such" in unknown.err
    text = kb("overlap", "--act", FIRST, "--with", "no-such-act", home=overlapping_folder)
    assert text.status == 2
    assert "'no-such-act'" in text.err
