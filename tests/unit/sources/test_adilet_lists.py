"""Lists that are not what they should be, and the site that became a script."""

import datetime as dt
from pathlib import Path

import pytest

from kb.model import Reach, Request
from kb.read import ReadError
from scrapers import Discovery
from scrapers.adilet import discover
from scrapers.adilet.address import Address
from scrapers.adilet.history import read_history
from scrapers.adilet.year_index import read_index
from tests.examples.collecting import collect
from tests.examples.shape import FOLDER

LISTS = FOLDER / "adilet" / "listing"
INDEX = "https://adilet.zan.kz/rus/index/docs/dt=2021-&rss=true&page="
REACH = Reach(today=dt.date(2021, 12, 30), since=dt.date(2021, 12, 1))
ACT = Address(site="https://adilet.zan.kz", tongue="rus", code="Z3100000990")


def site(folder: Path, *, home: str = "", **lists: str) -> Path:
    """A folder that serves the home page and pages of the index of 2021."""
    entries = [{"url": "https://adilet.zan.kz/rus", "file": "home"}]
    (folder / "home").write_text(home or '<a href="/rus/index/docs/">Құжаттар</a>', encoding="utf-8")
    for name, text in lists.items():
        (folder / name).write_text(text, encoding="utf-8")
        entries.append({"url": INDEX + name.removeprefix("page"), "file": name})
    lines = "".join(f"  - {{url: '{entry['url']}', file: {entry['file']}}}\n" for entry in entries)
    (folder / "site.yaml").write_text("pages:\n" + lines, encoding="utf-8")
    return folder


def feed(total: str, *codes: str) -> str:
    items = "".join(f"<item><link>https://adilet.zan.kz/rus/docs/{code}</link></item>" for code in codes)
    return f"<rss><channel><description>{total}</description>{items}</channel></rss>"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (feed("Найдено 12 документов"), "page=1: an empty page of the index; expected some of 12 acts"),
        (feed("Найдено 0 документов"), "page=1: an empty page of the index"),
        (feed("Список", "Z3100000990"), "page=1: the list does not say how many acts there are"),
        (feed("Найдено 2 документа", "Z3100000990"), "page=1: 1 acts on 1 pages, expected 2"),
        (feed("Найдено 1 документ", "nothing"), "page=1: 1 items without the address of an act"),
        ("<html><body>Жаңа сайт</body></html>", "page=1: no list of acts; expected RSS"),
    ],
)
def test_list_of_another_shape_is_an_error_with_its_address(tmp_path: Path, page: str, words: str) -> None:
    with pytest.raises(ReadError) as caught:
        collect(discover(REACH), site(tmp_path, page1=page))
    assert str(caught.value).startswith(INDEX[:40])
    assert words in str(caught.value)


def test_page_that_is_empty_behind_a_full_one_is_an_error(tmp_path: Path) -> None:
    codes = [f"Z31000009{number}" for number in range(10, 20)]
    full = feed("Найдено 12 документов", *codes)
    with pytest.raises(ReadError, match=r"page=2: an empty page of the index"):
        collect(discover(REACH), site(tmp_path, page1=full, page2=feed("Найдено 12 документов")))


def test_pages_that_repeat_the_same_acts_are_an_error(tmp_path: Path) -> None:
    full = feed("Найдено 12 документов", *[f"Z31000009{number}" for number in range(10, 20)])
    with pytest.raises(ReadError, match="10 acts on 2 pages, expected 12"):
        collect(discover(REACH), site(tmp_path, page1=full, page2=full))


def test_year_that_just_began_may_be_empty(tmp_path: Path) -> None:
    reach = Reach(today=dt.date(2021, 1, 3), since=dt.date(2021, 1, 1))
    found = collect(discover(reach), site(tmp_path, page1=feed("Найдено 0 документов")))
    assert found.documents == []


def test_mirror_is_asked_when_the_site_is_filled_by_a_script(tmp_path: Path) -> None:
    script = '<div id="root"></div><script src="/assets/x.js"></script>'
    found = collect(discover(Reach(today=REACH.today, only=("Z3100000990",))), site(tmp_path, home=script))
    assert found.documents == [f"https://old.adilet.zan.kz/{tongue}/docs/Z3100000990" for tongue in ("rus", "kaz")]


def test_kazakh_list_tells_its_total() -> None:
    page = read_index((LISTS / "2021.kaz.1.xml").read_bytes(), "бет")
    assert (page.total, [entry.code for entry in page.entries]) == (1, ["Z2100000921"])
    assert page.entries[0].changed_on == dt.date(2024, 3, 1)


def test_history_without_days_is_an_error_with_its_address() -> None:
    with pytest.raises(ReadError, match=r"^бет: no edition on the page of the history; expected rows with a day"):
        read_history("<table><tr><td>Редакция</td></tr></table>", ACT, document="бет")


def test_history_of_another_shape_is_told_when_the_other_acts_were_collected(tmp_path: Path) -> None:
    folder = site(tmp_path)
    changed = '<div class="slogan"><span class="status status_upd"></span></div>'
    (folder / "act").write_text(changed, encoding="utf-8")
    (folder / "history").write_text("<p>Жаңа бет</p>", encoding="utf-8")
    first, second = (f"https://adilet.zan.kz/rus/docs/Z310000099{number}" for number in (0, 1))
    entries = [(first, "act"), (f"{first}/history", "history"), (second, "act")]
    with (folder / "site.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"  - {{url: '{url}', file: {name}}}\n" for url, name in entries)
    asked: list[str] = []

    def noted(run: Discovery) -> Discovery:
        answer = None
        while True:
            request = run.send(answer)
            assert isinstance(request, Request)
            asked.append(request.url)
            answer = yield request

    run = noted(discover(Reach(today=REACH.today, only=("Z3100000990", "Z3100000991"))))
    with pytest.raises(ReadError, match=f"{first}/history: no edition on the page"):
        collect(run, folder)
    assert second in asked


def test_rows_of_the_history_are_known_by_links_or_days() -> None:
    html = (
        "<table><tr><td>2</td><td><a href='/rus/docs/Z3100000990/05.03.2032'>05.03.2032</a></td><td>утратил силу - "
        "<a href='/rus/docs/Z3200000991'>Закон № 991</a></td></tr><tr><td>07.05.2031</td><td>1</td></tr>"
        "<tr><td>32.13.2031</td></tr></table>"
    )
    first, last = read_history(html, ACT, document="бет")
    assert (first.day, first.by, first.repeals) == (dt.date(2031, 5, 7), None, False)
    assert (last.day, last.by, last.repeals) == (dt.date(2032, 3, 5), "Закон № 991", True)
