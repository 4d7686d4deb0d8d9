"""Which editions of a repository enter the archive, and by which names."""

from datetime import date

from tests.unit.collect.git_repository import Repository
from tests.unit.collect.git_run import Runs

BIKES = "07-x/1-y/2030/0105-o-velosipedakh-990001"
KITES = "07-x/1-y/2030/0211-o-zmeiakh-990002"
SHEET = "act_code: '990001'\nversion_date: {rus: %s}\n"


def named(folder: str, commit: str, file: str) -> str:
    return f"tier/{folder}@{commit[:8]}/{file}"


def test_every_commit_that_touched_a_text_is_an_edition_with_its_sheet(repository: Repository, runs: Runs) -> None:
    first = repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст 1", f"{BIKES}/meta.yaml": SHEET % "2030-01-05"})
    second = repository.commit("2031-02-01", {f"{BIKES}/rus.md": "Текст 2", f"{BIKES}/meta.yaml": SHEET % "2031-02-01"})
    report = runs.collect()
    assert runs.documents() == {
        named(BIKES, first, "rus.md"): "Текст 1",
        named(BIKES, first, "meta.yaml"): SHEET % "2030-01-05",
        named(BIKES, second, "rus.md"): "Текст 2",
        named(BIKES, second, "meta.yaml"): SHEET % "2031-02-01",
    }
    assert (report.documents, report.new, report.unchanged, report.commits, report.issues) == (2, 2, 0, 2, ())


def test_a_language_that_a_commit_left_alone_is_no_new_edition(repository: Repository, runs: Runs) -> None:
    both = repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст", f"{BIKES}/kaz.md": "Мәтін"})
    kazakh = repository.commit("2030-03-01", {f"{BIKES}/kaz.md": "Мәтін 2"})
    runs.collect()
    assert set(runs.documents()) == {
        named(BIKES, both, "rus.md"), named(BIKES, both, "kaz.md"), named(BIKES, kazakh, "kaz.md"),
    }  # fmt: skip


def test_a_text_in_parts_is_archived_whole_at_each_edition(repository: Repository, runs: Runs) -> None:
    whole = repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Всё"})
    split = repository.commit(
        "2031-01-05",
        {
            f"{BIKES}/rus.md": "Оглавление",
            f"{BIKES}/rus/an001.md": "Приложение 1",
            f"{BIKES}/rus/an002.md": "Приложение 2",
        },
    )
    one = repository.commit(
        "2032-01-05", {f"{BIKES}/rus/an002.md": None, f"{BIKES}/rus/part002.md": "Приложение 2, иное"}
    )
    runs.collect()
    texts = runs.documents()
    assert texts[named(BIKES, whole, "rus.md")] == "Всё"
    assert {name for name in texts if split[:8] in name} == {
        named(BIKES, split, file) for file in ("rus.md", "rus/an001.md", "rus/an002.md")
    }
    assert {name for name in texts if one[:8] in name} == {
        named(BIKES, one, file) for file in ("rus.md", "rus/an001.md", "rus/part002.md")
    }
    assert texts[named(BIKES, one, "rus/an001.md")] == "Приложение 1"


def test_a_sheet_that_changed_alone_brings_the_texts_beside_it(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст", f"{BIKES}/meta.yaml": "act_code: '990001'"})
    repeal = repository.commit("2033-01-01", {f"{BIKES}/meta.yaml": "act_code: '990001'\nrequisite: Утратил силу"})
    runs.collect()
    assert runs.documents()[named(BIKES, repeal, "rus.md")] == "Текст"
    assert "Утратил" in runs.documents()[named(BIKES, repeal, "meta.yaml")]


def test_a_second_run_archives_nothing_and_a_third_only_what_came(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст"})
    runs.collect()
    names = runs.documents()
    again = runs.collect()
    assert (again.documents, again.new, again.unchanged, again.commits) == (1, 0, 1, 0)
    assert runs.documents() == names
    new = repository.commit("2030-02-11", {f"{KITES}/rus.md": "Змеи"})
    report = runs.collect()
    assert (report.new, report.commits) == (1, 1)
    assert set(runs.documents()) - set(names) == {named(KITES, new, "rus.md")}


def test_branches_pushed_anew_keep_what_was_archived_and_bring_what_is_new(repository: Repository, runs: Runs) -> None:
    old = repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст"})
    dropped = repository.commit("2030-02-05", {f"{BIKES}/rus.md": "Ошибка"})
    runs.collect()
    repository.git("update-ref", "-d", "refs/heads/main")
    repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст", "README.md": "other build"}, parent="")
    fixed = repository.commit("2030-02-06", {f"{BIKES}/rus.md": "Исправлено"})
    report = runs.collect()
    assert runs.documents() == {
        named(BIKES, old, "rus.md"): "Текст",
        named(BIKES, dropped, "rus.md"): "Ошибка",
        named(BIKES, fixed, "rus.md"): "Исправлено",
    }
    assert (report.documents, report.new) == (3, 1)


def test_a_moved_folder_is_the_same_text(repository: Repository, runs: Runs) -> None:
    before = "07-x/1-y/20300105-o-velosipedakh-990001"
    first = repository.commit("2030-01-05", {f"{before}/rus.md": "Текст"})
    moved = repository.commit("2030-06-01", {f"{before}/rus.md": None, f"{BIKES}/rus.md": "Текст"})
    changed = repository.commit("2031-01-01", {f"{BIKES}/rus.md": "Текст 2"})
    runs.collect()
    assert set(runs.documents()) == {named(before, first, "rus.md"), named(BIKES, changed, "rus.md")}
    assert moved[:8] not in "".join(runs.documents())


def test_a_deleted_act_stays_archived(repository: Repository, runs: Runs) -> None:
    first = repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст", f"{KITES}/rus.md": "Змеи"})
    repository.commit("2031-01-05", {f"{BIKES}/rus.md": None})
    report = runs.collect()
    assert named(BIKES, first, "rus.md") in runs.documents()
    assert (report.documents, report.commits, report.issues) == (2, 2, ())


def test_an_edition_that_only_a_build_tag_leads_to_is_found(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст, иначе набранный"})
    lost = repository.commit("2030-05-05", {f"{BIKES}/rus.md": "Промежуточный текст"})
    repository.tag("build/2030-06-01")
    repository.tag("private/2030-06-02")
    repository.git("update-ref", "-d", "refs/heads/main")
    now = repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст"}, parent="")
    runs.collect()
    assert runs.documents() == {
        named(BIKES, now, "rus.md"): "Текст",
        named(BIKES, lost, "rus.md"): "Промежуточный текст",
    }


def test_since_takes_later_commits_only_and_the_rest_can_be_had_afterwards(repository: Repository, runs: Runs) -> None:
    early = repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст"})
    late = repository.commit("2031-01-05", {f"{BIKES}/rus.md": "Текст 2"})
    runs.collect(since=date(2031, 1, 5))
    assert set(runs.documents()) == {named(BIKES, late, "rus.md")}
    report = runs.collect()
    assert set(runs.documents()) == {named(BIKES, late, "rus.md"), named(BIKES, early, "rus.md")}
    assert (report.documents, report.new) == (2, 1)


def test_a_limit_ends_the_run_and_the_next_goes_on(repository: Repository, runs: Runs) -> None:
    for number in range(5):
        repository.commit(f"203{number}-01-05", {f"{BIKES}/rus.md": f"Текст {number}"})
    assert runs.collect(limit=2).new == 2
    assert sorted(runs.documents().values()) == ["Текст 0", "Текст 1"]
    assert runs.collect(limit=2).new == 2
    assert runs.collect().documents == 5


def test_a_merge_brings_what_it_changed_itself(repository: Repository, runs: Runs) -> None:
    root = repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст"})
    side = repository.commit("2030-02-05", {f"{KITES}/rus.md": "Змеи"})
    tree = repository.git("rev-parse", f"{side}^{{tree}}")
    repository.git("update-ref", "refs/heads/main", root)
    own = repository.commit("2030-03-05", {f"{BIKES}/rus.md": "Текст 2"})
    merge = repository.git(
        "-c", "user.name=n", "-c", "user.email=n@example.kz", "commit-tree", tree, "-p", own, "-p", side, "-m", "merge"
    )
    repository.git("update-ref", "refs/heads/main", merge)
    runs.collect()
    assert set(runs.documents()) == {
        named(BIKES, root, "rus.md"), named(KITES, side, "rus.md"), named(BIKES, own, "rus.md"),
    }  # fmt: skip


def test_an_emptied_archive_is_filled_again_from_the_copy(repository: Repository, runs: Runs, git_site: object) -> None:
    repository.commit("2030-01-05", {f"{BIKES}/rus.md": "Текст"})
    runs.collect()
    fresh = Runs(runs.folder.parent / "other", runs.site)
    fresh.folder = runs.folder
    assert fresh.collect().new == 1
    assert fresh.documents() == runs.documents()
