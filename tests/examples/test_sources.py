"""How sources are found, told apart, and what they say of bad pages."""

from pathlib import Path

import pytest

import scrapers
from kb.model import Document, Language
from tests.examples.shape import FOLDER
from tests.examples.snapshots import related_below, snapshot_of

REPORT = (FOLDER / "monitoring/esep.txt").read_text(encoding="utf-8")


def recognised(text: str, media_type: str = "text/plain") -> str:
    head = scrapers.Head.of(text.encode(), media_type=media_type, document="page")
    return scrapers.recognise(head).SOURCE.id


def read(text: str, source: str, media_type: str, *, document: str = "page", folder: Path = FOLDER) -> Document:
    body = text.encode()
    snapshot = snapshot_of(body, document=document, media_type=media_type, source=source)
    return scrapers.discover()[source].read(snapshot, body, related_below(folder))


def test_passports_are_complete_and_the_catch_all_is_tried_last() -> None:
    sources = scrapers.discover()
    assert list(sources)[-1] == "documents"
    assert len(sources) >= 6
    for name, scraper in sources.items():
        assert scraper.SOURCE.id == name
        assert scraper.SOURCE.publisher_kk
        assert scraper.SOURCE.publisher_ru


@pytest.mark.parametrize(
    ("text", "media_type", "source"),
    [
        ("Ауылда қоғамдық мониторинг өтті, қызмет бағаланды.", "text/plain", "documents"),
        ("# Заметка о скамьях\n\n1. Купить краску.\n", "text/markdown", "documents"),
        ("<html><body><h1>Новости</h1><p id='z1'>Парк открыт.</p></body></html>", "text/html", "documents"),
        ('{"title": "Парк", "text": "Открыт."}', "application/json", "documents"),
        ("act_code: '7'\nrequisite: Приказ\nversion_date:\n  rus: 2024-01-01\n", "application/yaml", "lawgit"),
        ("name: парк\nopen: yes\n", "application/yaml", "documents"),
        ("city,park\nАлматы,Парк\n", "text/csv", "documents"),
    ],
)
def test_near_misses_are_told_apart_by_content(text: str, media_type: str, source: str) -> None:
    assert recognised(text, media_type) == source


def test_data_sheet_is_no_document_of_its_own() -> None:
    sheet = (FOLDER / "lawgit/2024/0305-o-veloparkovkakh-880001/meta.yaml").read_bytes()
    act = (FOLDER / "lawgit/2024/0305-o-veloparkovkakh-880001/rus.md").read_bytes()
    lawgit = scrapers.discover()["lawgit"]
    head = scrapers.Head.of(sheet, media_type="application/yaml", document="meta.yaml")
    assert scrapers.accompanies(lawgit, head)
    assert not scrapers.accompanies(lawgit, scrapers.Head.of(act, media_type="text/markdown", document="rus.md"))


def test_report_of_another_year_with_other_numbers_is_read() -> None:
    text = REPORT.replace("2022", "2031").replace("\n1. Велотұрақ", "\n41. Велотұрақ").replace("2.12 жас", "42) 12 жас")
    document = read(text, recognised(text), "text/plain")
    assert document.year == 2031
    assert [clause.number for clause in document.clauses if clause.id.count("/") == 0 and clause.number] == [
        "41",
        "42",
        "43",
    ]


def test_section_whose_information_label_is_lost_is_found_by_its_results() -> None:
    text = REPORT.replace("Мемлекеттік қызмет туралы жалпы мәлімет\n\n", "")
    sections = [clause for clause in read(text, "monitoring", "text/plain").clauses if clause.number]
    assert [(s.number, s.label) for s in sections][1] == ("2", "12 жастан асқан балаларға оқырман билетін беру")


def test_russian_report_is_recognised_and_read() -> None:
    text = (
        "Итоги общественного мониторинга качества услуг за 2024 год\n\n"
        "7. Выделение места для велопарковки\n\nОбщая информация о государственной услуге\n\n"
        "Услугу оказывает акимат.\n\nОсновные результаты исследования\n\nОпрошено 40 человек.\n\n"
        "Общие выводы и рекомендации\n\nУслуги стали лучше.\n"
    )
    document = read(text, recognised(text), "text/plain")
    ids = [clause.id for clause in document.clauses]
    assert (document.layout, document.year, document.language) == ("report", 2024, Language.RU)
    assert {"section-7", "section-7/info/p-1", "section-7/results/p-1", "back/p-2"} <= set(ids)


def test_report_without_sections_says_so() -> None:
    document = read("Қоғамдық мониторинг есебі\n\nБөлімдер кейін қосылады.\n", "monitoring", "text/plain")
    assert [issue.code for issue in document.issues] == ["no_sections"]


def test_sheet_is_chosen_by_the_date_in_the_name(tmp_path: Path) -> None:
    for day in ("2020-01-01", "2022-02-02"):
        sheet = f"act_code: '5'\nrequisite: Приказ от 1 мая 2019 года № 3\nversion_date:\n  rus: {day}\n"
        (tmp_path / f"meta.{day}.yaml").write_text(sheet, encoding="utf-8")
    text = "# О примере\n\n1. Это придумано для проверки.\n"
    dated = read(text, "lawgit", "text/markdown", document="rus.2020-01-01.md", folder=tmp_path)
    other = read(text, "lawgit", "text/markdown", document="rus.md", folder=tmp_path)
    assert dated.edition is not None
    assert str(dated.edition.date) == "2020-01-01"
    assert other.edition is not None
    assert other.edition.date is None  # two editions, and nothing tells which
    assert other.act is not None
    assert other.act.number == "3"


def test_act_without_a_sheet_is_known_by_its_folder_and_annex(tmp_path: Path) -> None:
    text = "> *Приложение*  \n> *к приказу Министра*  \n> *от 5 марта 2024 года № 9*\n\n1. Это придумано.\n"
    name = "a/2024/0305-o-primere-880009@0a1b/rus/an001.md"
    document = read(text, "lawgit", "text/markdown", document=name, folder=tmp_path)
    assert document.act is not None
    assert (document.act.id, document.act.number, str(document.act.date)) == ("zan:880009", "9", "2024-03-05")
    assert "no_data_sheet" in {issue.code for issue in document.issues}


def test_act_of_which_nothing_is_known_has_no_identity(tmp_path: Path) -> None:
    document = read("# О примере\n\n1. Это придумано.\n", "lawgit", "text/markdown", folder=tmp_path)
    assert document.act is None
    assert {issue.code for issue in document.issues} == {"no_data_sheet", "unknown_act"}


@pytest.mark.parametrize(
    ("text", "source", "media_type", "words"),
    [
        ("<h1>А</h1><h1>Б</h1><div class='info-block-horizontal'>x</div>", "egov", "text/html", "exactly one 'h1'"),
        ("<h1>А</h1><p>нет блоков</p>", "egov", "text/html", "at least once"),
        ("category,service,link\nа,б,/cms/ru/x\n", "egov", "text/csv", "without the column info"),
        ('{"ngr": "Z1", "version": {}, "content": []}', "zan", "application/json", "version.metadata"),
        ('{"_type": "legislation", "text": "а"}', "zan", "application/json", "record without code"),
        ("{", "zan", "application/json", "not valid JSON"),
        (
            "<div class='container_gamma text'>а</div><div class='container_gamma text'>б</div>",
            "adilet",
            "text/html",
            "at most one",
        ),
    ],
)
def test_page_of_another_shape_fails_with_its_name(text: str, source: str, media_type: str, words: str) -> None:
    with pytest.raises(scrapers.ScraperError) as caught:
        read(text, source, media_type, document="бет.x")
    assert str(caught.value).startswith("бет.x: ")
    assert words in str(caught.value)


def test_piece_of_an_adilet_page_is_read_with_a_warning() -> None:
    text = '<p id="z1"><a href="https://adilet.zan.kz/rus/docs/Z1#z2">5.</a> Скамьи красят.</p>'
    document = read(text, recognised(text, "text/html"), "text/html")
    assert document.act is None
    assert [issue.code for issue in document.issues] == ["incomplete_page"]


ADILET = """<div class="container_alpha slogan"><h1>{title}</h1><p>{requisites}</p></div>
<ul><li class="selected"><a href="https://adilet.zan.kz/rus/docs/Z3100000990"> Текст </a></li></ul>
<div class="container_gamma text"><article>{text}</article></div>"""


@pytest.mark.parametrize(
    ("title", "requisites", "text"),
    [
        ("", "", '<p id="z1">Документ не найден.</p>'),
        ("О скамьях", "Закон Республики Казахстан от 7 мая 2031 года № 990-IX.", '<p id="z1">Текст готовится.</p>'),
        ("О скамьях", "", ""),
    ],
)
def test_adilet_page_with_nothing_of_an_act_says_what_was_expected(title: str, requisites: str, text: str) -> None:
    page = ADILET.format(title=title, requisites=requisites, text=text)
    with pytest.raises(scrapers.ScraperError, match=r"^бет\.html: nothing of an act; expected articles, points"):
        read(page, "adilet", "text/html", document="бет.html")


def test_line_of_text_is_no_act_of_adilet() -> None:
    with pytest.raises(scrapers.ScraperError, match="nothing of an act"):
        read("<p>Бір жол мәтін.</p>", "adilet", "text/html")
    with pytest.raises(scrapers.ScraperError, match="nothing of an act"):
        read('<p id="z1">Бір жол.</p><p id="z2">Тағы бір жол.</p>', "adilet", "text/html")


def test_act_in_paragraphs_without_numbers_is_read() -> None:
    line = "Указ Президента Республики Казахстан от 7 мая 2031 года № 990."
    text = '<p id="z1">Назначить хранителя скамей.</p><p id="z2">Хранитель парка</p>'
    document = read(ADILET.format(title="О хранителе", requisites=line, text=text), "adilet", "text/html")
    assert document.act is not None
    assert len(document.clauses) == 2
    assert document.issues == ()
