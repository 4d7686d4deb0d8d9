"""The sample pages: marked, complete in both languages, in a range of numbers of their own."""

import re
from pathlib import Path

import pytest
import yaml

from tests.unit.project.tracked import ROOT

PAGES = ROOT / "examples" / "pages"
MARK = "ҮЛГІ / ОБРАЗЕЦ"
ACTS = sorted(path.parent for path in PAGES.glob("acts/*/*/*/meta.yaml"))
CARDS = sorted(path.name for path in (PAGES / "egov" / "kk").glob("*.html"))


def test_there_are_twelve_services_in_all_shapes() -> None:
    assert (len(ACTS), len(CARDS)) == (12, 9)
    others = {path.parent.relative_to(PAGES).as_posix() for path in PAGES.glob("*/*/*.html")} - {"egov/kk", "egov/ru"}
    assert others == {"elicense/kk", "elicense/ru", "govkz/kk", "govkz/ru"}
    for source in ("registry", "body_site", "news"):
        assert {path.stem for path in (PAGES / source).iterdir()} == {"kk", "ru"}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_register_has_the_code_of_every_service(language: str) -> None:
    text = (PAGES / "registry" / f"{language}.html").read_text(encoding="utf-8")
    assert re.findall(r"<td>(9990\d+)</td>", text) == [f"99901{number:03d}" for number in range(1, 13)]


def test_every_page_says_at_its_top_that_it_is_a_sample() -> None:
    texts = [path for path in PAGES.rglob("*") if path.suffix in {".md", ".txt", ".html"}]
    assert len(texts) == 12 * 2 + 9 * 2 + 3 * 2 + 3 * 2 + 1
    for path in texts:
        text = re.sub(r"<title>|<[^>]+>", " ", path.read_text(encoding="utf-8")).strip("# \n")
        assert text.startswith(MARK), path


@pytest.mark.parametrize("folder", ACTS, ids=lambda folder: folder.name[-6:])
def test_an_act_has_both_languages_and_a_number_outside_the_real_ones(folder: Path) -> None:
    meta = yaml.safe_load((folder / "meta.yaml").read_text(encoding="utf-8"))
    assert re.fullmatch(r"9900[01]\d", meta["act_code"])
    assert folder.name.endswith(meta["act_code"])
    assert meta["title"]["kaz"].startswith("ҮЛГІ")
    assert meta["title"]["rus"].startswith("ОБРАЗЕЦ")
    assert {path.name for path in folder.iterdir()} == {"kaz.md", "rus.md", "meta.yaml"}


def test_every_card_has_both_languages_and_one_service_code() -> None:
    assert sorted(path.name for path in (PAGES / "egov" / "ru").glob("*.html")) == CARDS
    for name in CARDS:
        codes = {
            re.search(r"(?:коды|услуги): (\d+)<", (PAGES / "egov" / language / name).read_text(encoding="utf-8"))[1]
            for language in ("kk", "ru")
        }
        assert len(codes) == 1
        assert codes.pop().startswith("999010")


def test_the_figures_of_the_report_follow_from_its_counts() -> None:
    text = (PAGES / "monitoring" / "esep-2019.txt").read_text(encoding="utf-8")
    sections = re.split(r"^\d\. ", text.split("Қызметтер бойынша нәтижелер\n\n")[1], flags=re.MULTILINE)[1:]
    assert len(sections) == 4
    for section in sections:
        counts = [int(count) for count in re.search(r"саны, N\t(.+)", section)[1].split("\t")]
        mean = sum(mark * count for mark, count in enumerate(counts, start=1)) / sum(counts)
        assert f"{mean:.2f}".replace(".", ",") in section
        assert f"{100 * counts[4] / sum(counts):.1f}%".replace(".", ",") in section
