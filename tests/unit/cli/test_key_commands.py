"""`kb key` and `kb audit`."""

import json
import sqlite3

import pytest

from kb.pipeline import Home, Registry
from tests.command import Kb


def test_a_key_is_printed_once_and_listed_without_what_opens_with_it(kb: Kb, home: Home) -> None:
    made = kb("key", "add", "Гүлнар", "--role", "lawyer", "--lang", "en", home=home.folder)
    assert (made.status, made.out.count("\n")) == (0, 1)
    assert "not shown again" in made.err
    registry = Registry(home)
    who = registry.access.who(made.out.strip())
    registry.close()
    assert who
    assert (who.name, who.role) == ("Гүлнар", "lawyer")
    listed = kb("key", "list", "--json", home=home.folder).out
    assert made.out.strip()[18:] not in listed
    (item,) = json.loads(listed)["items"]
    assert (item["name"], item["role"], item["holds"], item["last_day"]) == ("Гүлнар", "lawyer", True, None)
    kept = (home.folder / "anyq.sqlite").read_bytes()
    assert made.out.strip()[18:].encode() not in kept


def test_a_key_with_a_last_day_and_one_that_is_withdrawn(kb: Kb, home: Home) -> None:
    assert "ещё не создано" in kb("key", "list", "--lang", "ru", home=home.folder).out
    made = json.loads(
        kb("key", "add", "Ерлан", "--role", "reader", "--until", "2999-12-31", "--json", home=home.folder).out
    )
    assert (made["last_day"], made["secret"][:5]) == ("2999-12-31", "anyq_")
    assert "по 2999-12-31 включительно" in kb("key", "list", "--lang", "ru", home=home.folder).out
    assert kb("key", "withdraw", "Ерлан", home=home.folder).status == 0
    assert "отозван" in kb("key", "list", "--lang", "ru", home=home.folder).out
    again = kb("key", "withdraw", "Ерлан", home=home.folder)
    assert (again.status, again.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Гүлнар", "--role", "emperor"), "emperor"),
        (("Гүлнар",), "role"),
        (("local", "--role", "reader"), "another name"),
        (("Гүлнар", "--role", "reader", "--until", "2001-01-01"), "over"),
        (("Гүлнар", "--role", "reader", "--until", "tomorrow"), "YYYY-MM-DD"),
    ],
)
def test_a_key_that_cannot_be_is_one_line(kb: Kb, home: Home, arguments: tuple[str, ...], told: str) -> None:
    ran = kb("key", "add", *arguments, home=home.folder)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert told in ran.err


def test_the_trail_is_listed_exported_and_verified(kb: Kb, home: Home) -> None:
    for name in ("Гүлнар", "Ерлан"):
        kb("key", "add", name, "--role", "lawyer", home=home.folder)
    assert kb("synonym", "add", "оқубақ", "--for", "мектеп", "--author", "Сәуле", home=home.folder).status == 0
    lines = kb("audit", "list", home=home.folder).out.splitlines()
    assert ["synonym.add" in lines[0], "Сәуле (administrator)" in lines[0], "Ерлан" in lines[1]] == [True] * 3
    items = json.loads(kb("audit", "list", "--action", "key.add", "--json", home=home.folder).out)["items"]
    assert [one["target"] for one in items] == ["Ерлан", "Гүлнар"]
    exported = [json.loads(line) for line in kb("audit", "export", home=home.folder).out.splitlines()]
    assert [one["id"] for one in exported] == [3, 2, 1]
    checked = json.loads(kb("audit", "verify", "--json", home=home.folder).out)
    assert checked == {"whole": True, "entries": 3, "head": exported[0]["digest"], "broken": None, "lost": False}
    assert kb("audit", "verify", "--holds", exported[1]["digest"], home=home.folder).status == 0
    assert kb("audit", "verify", "--holds", "0" * 64, home=home.folder).status == 1


def test_a_trail_that_was_altered_is_told_with_the_entry(kb: Kb, home: Home) -> None:
    for name in ("Гүлнар", "Ерлан", "Сәуле"):
        kb("key", "add", name, "--role", "lawyer", home=home.folder)
    with sqlite3.connect(home.folder / "anyq.sqlite") as raw:
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            raw.execute("DELETE FROM audit")
        raw.execute("DROP TRIGGER audit_kept")
        raw.execute("UPDATE audit SET target = 'Басқа' WHERE id = 2")
    ran = kb("audit", "verify", "--lang", "en", home=home.folder)
    assert (ran.status, "breaks at entry 2" in ran.out) == (1, True)


def test_no_command_alters_or_deletes_the_trail(kb: Kb, home: Home) -> None:
    told = kb("audit", "--help", home=home.folder).out
    assert {word for word in ("list", "export", "verify") if word in told} == {"list", "export", "verify"}
    for word in ("delete", "remove", "forget", "edit", "clear"):
        assert kb("audit", word, home=home.folder).status == 2
