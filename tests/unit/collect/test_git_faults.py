"""Repositories, hosts and ends of a run that are not as they should be."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from kb.collect.fetch import FetchSettings
from kb.collect.git import GitLimits
from tests.unit.collect.git_repository import Repository
from tests.unit.collect.git_run import ACT, NOTHING, WANTED, Runs, refused, texts


def test_steps_upwards_in_a_tree_are_left_out_and_told(repository: Repository, runs: Runs) -> None:
    good = repository.tree(("100644", "rus.md", repository.blob("Текст")))
    evil = repository.tree(("40000", "..", good), ("100644", "rus.md", repository.blob("Чужое")))
    repository.commit_tree("2030-01-05", repository.tree(("40000", "..", evil), ("40000", "act-1", good)))
    report = runs.collect()
    assert texts(runs) == ["Текст"]
    assert {issue.code for issue in report.issues} == {"unsafe_path"}
    assert "tier/../rus.md" in {issue.document for issue in report.issues}
    assert not (runs.folder / "git" / "rus.md").exists()


def test_links_are_left_out_and_told(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"}, links={f"{ACT}/kaz.md": "/etc/hostname"})
    report = runs.collect()
    assert texts(runs) == ["Текст"]
    assert [(issue.code, issue.document) for issue in report.issues] == [("not_a_file", f"tier/{ACT}/kaz.md")]


def test_a_file_over_the_limit_is_left_out_and_the_others_are_taken(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Т" * 5000, f"{ACT}/kaz.md": "Мәтін"})
    report = runs.collect(limits=replace(NOTHING, blob=1000))
    assert texts(runs) == ["Мәтін"]
    assert [issue.code for issue in report.issues] == ["too_large"]


@pytest.mark.parametrize("body", [b"", b"\0\1\2\3" * 100, b" \n"])
def test_a_file_that_is_no_text_is_told(repository: Repository, runs: Runs, body: bytes) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": body, f"{ACT}/kaz.md": "Мәтін"})
    report = runs.collect()
    assert texts(runs) == ["Мәтін"]
    assert [issue.code for issue in report.issues] == ["unreadable_body"]


@pytest.mark.parametrize("seconds", [0, 99_999_999_999, 999_999_999_999])
def test_a_commit_of_any_year_is_read(repository: Repository, runs: Runs, seconds: int) -> None:
    tree = repository.tree(("100644", "rus.md", repository.blob("Текст")))
    repository.commit_tree(seconds, repository.tree(("40000", "act-1", tree)))
    assert runs.collect().new == 1
    assert texts(runs) == ["Текст"]


def test_names_that_look_like_options_and_commands_are_names(repository: Repository, runs: Runs) -> None:
    odd = ["--upload-pack=x/-1", "-c/act -2", "$(touch x)/act;3", "а б/*-4", "@{u}:^5", "act\t6"]
    repository.commit("2030-01-05", {f'"{folder}/rus.md"': f"Текст {place}" for place, folder in enumerate(odd)})
    for name in ("build/-x", "build/$(id)", "build/үлгі", "build/a;b", "build/HEAD"):
        repository.git("update-ref", f"refs/tags/{name}", "main")
    repository.git("update-ref", "refs/heads/-delete", "main")
    repository.git("update-ref", "refs/tags/build/blob", repository.blob("no commit"))
    report = runs.collect()
    assert texts(runs) == [f"Текст {place}" for place in range(5)]
    assert {issue.code for issue in report.issues} == {"unsafe_path"}
    assert runs.collect().new == 0


def test_plain_files_are_enough_for_a_host(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    repository.git("update-server-info")
    runs.site.plain = True
    assert runs.collect().new == 1


def test_the_host_is_told_its_own_name_and_who_asks(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    runs.collect()
    assert runs.site.hosts == {"git.example.kz"}
    assert all("Anyq/" in name and "tests@example.kz" in name for name in runs.site.clients)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://elsewhere.example.kz/law/tier", "foreign_host"),
        ("ssh://git.example.kz/law/tier", "bad_address"),
        ("file:///law/tier", "bad_address"),
        ("ext::sh -c date", "bad_address"),
        ("https://user:word@git.example.kz/law/tier", "bad_address"),
        ("https://127.0.0.1/law/tier", "private_address"),
    ],
)
def test_addresses_outside_the_passport_are_not_asked(runs: Runs, url: str, code: str) -> None:
    assert refused(runs, wanted=replace(WANTED, url=url)) == code
    assert runs.site.asked == []


def test_without_the_test_site_only_https_to_public_numbers(runs: Runs) -> None:
    settings = FetchSettings(contact="mailto:tests@example.kz")
    plain = replace(WANTED, url="http://git.example.kz/law/tier")
    assert refused(runs, wanted=plain, settings=settings) == "bad_address"
    for number in ("10.0.0.1", "127.0.0.1", "::1", "169.254.1.1"):
        assert refused(runs, settings=settings, resolve=lambda *_, one=number: [one]) == "private_address"


def test_nothing_is_fetched_without_a_contact(runs: Runs) -> None:
    assert refused(runs, settings=FetchSettings(test_site=runs.site.address)) == "no_contact"
    assert runs.site.asked == []


def test_a_name_that_leaves_the_folder_is_refused(runs: Runs) -> None:
    assert refused(runs, wanted=replace(WANTED, name="../tier")) == "bad_address"


def test_a_redirect_is_not_followed(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    runs.site.redirect = f"http://localhost:{runs.site.port}/other"
    assert refused(runs) == "gave_up"
    assert not any("/other" in asked for asked in runs.site.asked)


def test_a_repository_that_is_not_there_is_told(runs: Runs) -> None:
    runs.site.root.mkdir(parents=True, exist_ok=True)
    assert refused(runs) == "no_repository"


def test_a_host_that_asks_for_a_password_gets_none(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    runs.site.asks_for_a_name = True
    assert refused(runs) == "no_repository"


def test_a_repository_without_a_commit_is_told(repository: Repository, runs: Runs) -> None:
    assert refused(runs) == "empty_repository"


def test_a_repository_over_the_limit_is_given_up(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": os.urandom(300_000).hex()})
    assert refused(runs, limits=replace(NOTHING, repository=200_000)) == "repository_too_large"


def test_a_nearly_full_disk_stops_the_fetch(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    assert refused(runs, limits=GitLimits(free_disk=2**60)) == "disk_full"


def test_a_fetch_may_not_last_for_ever(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    assert refused(runs, limits=replace(NOTHING, time=0.0)) == "too_slow"


def test_without_git_it_is_said_what_is_missing(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert refused(runs) == "git_missing"


def test_settings_of_the_machine_and_hooks_do_not_reach_git(
    repository: Repository, runs: Runs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    (tmp_path / ".gitconfig").write_text('[url "http://127.0.0.1:1/"]\n insteadOf = http://127.0.0.1\n')
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_SSL_NO_VERIFY", "1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    hooks = runs.folder / "git" / "tier.git" / "hooks"
    hooks.mkdir(parents=True)
    (hooks / "reference-transaction").write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    (hooks / "reference-transaction").chmod(0o755)
    (hooks.parent / "objects").mkdir()
    (hooks.parent / "HEAD").write_text("ref: refs/heads/main\n")
    assert runs.collect().new == 1
    assert hooks.exists()
    assert not (tmp_path / "ran").exists()
