"""What must hold for every file of the repository."""

import re

from tests.unit.project.tracked import ROOT, tracked_texts

# Put together from pieces so that this file does not contain what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.$}/:-])/(?:" + "|".join(("work", "root", "home", "Users", "mnt")) + r")/\w")
INDEX_HOSTS = re.compile(
    "|".join(("pypi" + r"\.org", "python" + r"hosted\.org", "index" + "-url", "repo1" + r"\.maven"))
)
GENERATED = ("requirements/",)


def test_no_tracked_file_names_a_path_of_a_machine() -> None:
    texts = tracked_texts()
    assert len(texts) > 100
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE_PATHS.search(line)
    ]
    assert found == []


def test_no_tracked_file_names_a_package_index() -> None:
    allowed = {"Makefile": "--no-emit-" + "index" + "-url"}
    found = [
        name
        for name, text in tracked_texts().items()
        if INDEX_HOSTS.search(text.replace(allowed[name], "") if name in allowed else text)
    ]
    assert found == []


def test_source_files_stay_short() -> None:
    long = {
        name: text.count("\n")
        for name, text in tracked_texts().items()
        if name.endswith(".py") and not name.startswith(GENERATED) and text.count("\n") > 500
    }
    assert long == {}


def test_links_between_documents_lead_somewhere() -> None:
    links = [
        (name, target)
        for name, text in tracked_texts().items()
        if name.endswith(".md") and not name.startswith(("examples/pages/", "tests/examples/"))
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text)
    ]
    assert len(links) > 10
    assert [(name, target) for name, target in links if not (ROOT / name).parent.joinpath(target).exists()] == []


def test_every_make_target_is_described() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    described = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert described == set(phony[1].split())


def test_git_keeps_the_data_files_of_the_packages() -> None:
    kept = set(tracked_texts())
    files = {
        path.relative_to(ROOT).as_posix()
        for room in ("kb", "scrapers", "indexes")
        for path in (ROOT / room).rglob("*")
        if path.suffix in {".yaml", ".json", ".html", ".css", ".js"}
    }
    assert len(files) > 10
    assert files - kept == set()
