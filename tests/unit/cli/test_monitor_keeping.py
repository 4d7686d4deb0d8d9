"""Imports and removals of waves in the audit trail."""

import json
from pathlib import Path
from typing import Any

from filelock import FileLock

from tests.command import Kb
from tests.unit.cli.test_monitor_commands import FILES, HEAD, bring


def trail(kb: Kb) -> list[dict[str, Any]]:
    """The entries, the oldest first."""
    entries: list[dict[str, Any]] = json.loads(kb("audit", "list", "--json").out)["items"]
    return entries[::-1]


def test_an_import_is_noted_with_what_came_in(kb: Kb) -> None:
    bring(kb)
    begun, ended = trail(kb)
    assert (begun["action"], ended["action"]) == ("wave_import.begin", "wave_import.end")
    assert begun["actor"] == ended["actor"] != ""
    assert begun["after"]["files"] == [file.name for file in FILES]
    assert ended["after"]["waves"] == [{"id": "ulgi-2025", "rows": 124, "answers": 3998, "silent": 39}]
    assert kb("audit", "verify").status == 0


def test_a_refused_import_is_noted_as_failed(kb: Kb, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("service,question,1,2,3,4,5\nno-such,satisfaction,1,1,1,1,1\n", encoding="utf-8")
    assert kb("monitor", "import", wrong, "--wave", HEAD).status == 2
    assert trail(kb)[-1]["after"] == {"failed": "BadMarks"}


def test_a_removed_wave_is_gone_and_its_head_is_kept_in_the_trail(kb: Kb) -> None:
    bring(kb)
    done = kb("monitor", "remove", "ulgi-2025", "--lang", "en")
    assert (done.status, done.out.strip()) == (0, "Wave ulgi-2025 taken out of the base.")
    assert json.loads(kb("monitor", "waves", "--json").out) == []
    entry = trail(kb)[-1]
    assert (entry["action"], entry["target"]) == ("wave.remove", "ulgi-2025")
    assert entry["before"]["organisation"] == "«Үлгі» қоғамдық қоры"
    bring(kb)  # and can come back


def test_what_cannot_be_removed_leaves_no_entry(kb: Kb, tmp_path: Path) -> None:
    bring(kb)
    before = len(trail(kb))
    done = kb("monitor", "remove", "no-such")
    assert (done.status, done.out) == (2, "")
    assert "there are ulgi-2025" in done.err
    with FileLock(tmp_path / "home" / "monitoring" / ".import.lock"):
        busy = kb("monitor", "remove", "ulgi-2025")
    assert (busy.status, busy.out) == (2, "")
    assert "another import of answers is at work" in busy.err
    assert len(trail(kb)) == before
    assert len(json.loads(kb("monitor", "waves", "--json").out)) == 1
