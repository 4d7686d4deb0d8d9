"""Waves, ratings and what they are computed from, in a real browser and without script."""

import csv
import re
from decimal import Decimal
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kb.app import Settings, build_application
from tests.monitored_base import EARLIER, REPORT, SAMPLE, WAVE, monitored_folder
from tests.web.citizen import looking
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

__all__ = ["monitored_folder"]
HEAD = f"/monitoring/{WAVE}"
RECOMPUTED = f"/monitoring/recomputed/{quote(REPORT.name)}"
PAGES = (
    "/monitoring", HEAD, f"{HEAD}?by=body", f"{HEAD}?by=region&measure=mean", f"{HEAD}?by=channel&measure=best_two",
    f"{HEAD}/aspects", f"{HEAD}/channels?by=service", f"{HEAD}/regions", f"{HEAD}/tension",
    f"{HEAD}/answers?question=complaints&by=service", f"{HEAD}/answers?question=visit_score",
    f"{HEAD}/figure?by=body&key=agriculture-ministry", f"{HEAD}/trend?by=service&key=ulgi-01", RECOMPUTED,
    f"{RECOMPUTED}?standing=all",
)  # fmt: skip


@pytest.fixture(scope="module")
def served(monitored_folder):
    with serve(build_application(Settings(home=monitored_folder, local_staff=False))) as address:
        yield address


def sample_marks(question="satisfaction", **own):
    """The counts of the marks 1 to 5 in the sample file."""
    with (SAMPLE / "marks.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["question"] == question]
    rows = [row for row in rows if all(row[column] == value for column, value in own.items())]
    return [sum(int(row[str(mark)]) for row in rows) for mark in range(1, 6)]


def half_up(part, whole, digits):
    """A quotient as surveys round it, with a comma."""
    return str((Decimal(part) / Decimal(whole)).quantize(Decimal(1).scaleb(-digits), "ROUND_HALF_UP")).replace(".", ",")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_the_pages_can_be_read_by_all_and_fit_every_screen(open_page, served, path, language):
    page = open_page(path, language=language, at=served)
    assert Axe().run(page).violations_count == 0, Axe().run(page).generate_report()
    for width in (1440, 768, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("look", ["dark", "low vision", "low vision in the dark"])
def test_the_pages_keep_their_contrast_in_every_look(open_page, served, look):
    page = open_page("/about", language="ru", at=served)
    for path in (f"{HEAD}?by=body", f"{HEAD}/aspects", f"{HEAD}/trend?by=service&key=ulgi-01", RECOMPUTED):
        page.goto(served + looking(path, look))
        results = Axe().run(page)
        assert results.violations_count == 0, f"{path}\n{results.generate_report()}"
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        page.set_viewport_size({"width": 1280, "height": 800})


def test_a_reader_comes_from_the_header_to_the_counts_and_computes_the_figure_again(open_page, served):
    page = open_page("/", language="ru", script=False, at=served)
    page.locator("nav.sections a[href='/monitoring']").click()
    expect(page.locator("#waves + .table-frame tbody tr")).to_have_count(2)
    page.get_by_role("link", name=WAVE, exact=True).click()
    row = page.locator("table.rating tbody tr", has_text="Выдача паспорта пасеки")
    marks = sample_marks(service="ulgi-01")
    share = f"{half_up(100 * marks[4], sum(marks), 1)} %"
    mean = half_up(sum(mark * count for mark, count in enumerate(marks, 1)), sum(marks), 2)
    expect(row).to_contain_text(share)
    expect(row).to_contain_text(mean)
    row.get_by_role("link", name=share).click()
    counted = page.locator("#counts + .table-frame tbody td").all_text_contents()
    assert [int(text) for text in counted[:5]] == marks
    steps = page.locator("table.steps tbody tr")
    expect(steps.nth(0)).to_contain_text(f"{marks[4]} / {sum(marks)}")
    expect(steps.nth(0)).to_contain_text(share)
    expect(steps.nth(3)).to_contain_text(mean)


def test_the_parts_of_a_body_add_up_to_its_counts(open_page, served):
    page = open_page(f"{HEAD}/figure?by=body&key=agriculture-ministry", language="kk", script=False, at=served)
    table = page.locator("#parts + .table-frame table")
    rows = [[int(text) for text in row.locator("td").all_text_contents()] for row in table.locator("tbody tr").all()]
    total = [int(text) for text in table.locator("tfoot td").all_text_contents()]
    assert len(rows) > 1
    assert [sum(column) for column in zip(*rows, strict=True)] == total
    assert total[:5] == sample_marks(body="Ауыл шаруашылығы министрлігі")


def test_the_drawing_says_what_the_table_says(open_page, served):
    page = open_page(f"{HEAD}?by=body", language="kk", script=False, at=served)
    drawn = page.locator("svg.drawing text").all_text_contents()
    told = [page.locator("table.rating tbody tr").nth(place).locator("td").nth(1).inner_text() for place in range(2)]
    assert [text.split(" %")[0] + " %" for text in told] == [text for text in drawn if "," in text]
    names = page.locator("table.rating tbody th").all_inner_texts()
    for place, name in enumerate(names, 1):
        assert any(text.startswith(f"{place}. {name[:12]}") for text in drawn)
    assert page.locator("svg.drawing [style], svg.drawing style, svg.drawing script").count() == 0


def test_drawings_take_the_colours_of_the_theme(open_page, served):
    page = open_page(f"{HEAD}?by=body&theme=light", at=served)
    colour = "getComputedStyle(document.querySelector('svg.drawing .fill-ink')).fill"
    assert page.evaluate(colour) == "rgb(21, 33, 45)"
    page.goto(f"{served}{HEAD}?by=body&theme=dark")
    assert page.evaluate(colour) == "rgb(232, 237, 242)"


def test_filters_narrow_the_answers_and_can_be_taken_off(open_page, served):
    page = open_page(HEAD, language="ru", script=False, at=served)
    page.get_by_label("Регион").select_option("KZ-11")
    page.get_by_label("По чему").select_option("mean")
    page.get_by_role("button", name="Показать").click()
    marks = sample_marks(service="ulgi-01", region="Ақмола облысы")
    row = page.locator("table.rating tbody tr", has_text="Выдача паспорта пасеки")
    expect(row).to_contain_text(half_up(100 * marks[4], sum(marks), 1))
    expect(page.get_by_label("Регион")).to_have_value("KZ-11")
    page.get_by_role("link", name="Показать без отбора").click()
    whole = sample_marks(service="ulgi-01")
    expect(row).to_contain_text(half_up(100 * whole[4], sum(whole), 1))


def test_rare_and_small_are_told_in_words(open_page, served):
    page = open_page(f"/monitoring/{EARLIER}", language="ru", script=False, at=served)
    row = page.locator("table.rating tbody tr", has_text="60,0 %")  # 12 of 20 gave a five
    expect(row).to_contain_text("мало ответов")
    name = row.locator("th").inner_text().removesuffix("мало ответов").strip()
    page.get_by_label("Ответов не меньше").fill("30")
    page.get_by_role("button", name="Показать").click()
    expect(page.locator(".rating-notes")).to_contain_text(f"Исключены как редкие (ответов меньше 30): {name}")
    expect(page.locator("table.rating")).not_to_contain_text("60,0 %")


def test_a_choice_without_answers_says_so(open_page, served):
    page = open_page(f"{HEAD}?question=fee", language="kk", script=False, at=served)
    expect(page.locator(".empty")).to_contain_text("баға берген адам жоқ")


def test_waves_that_are_not_comparable_are_not_joined(open_page, served):
    page = open_page(f"{HEAD}/trend?by=body&key=agriculture-ministry", language="kk", script=False, at=served)
    expect(page.locator(".dated-note")).to_contain_text("салыстыруға болмайды")
    rows = page.locator("table tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("Келмейді: қызмет құрамы басқа")
    expect(rows.nth(1)).to_contain_text("Келмейді: әдісі басқа")
    assert page.locator("svg.drawing use").count() == 2
    lengths = [
        max(numbers[::2]) - min(numbers[::2])
        for one in page.locator("svg.drawing > path.stroke-bar").all()
        if (numbers := [float(text) for text in re.findall(r"[-\d.]+", one.get_attribute("d"))])
    ]
    assert max(lengths, default=0) < 20


def test_channels_and_regions_lead_on(open_page, served):
    page = open_page(f"{HEAD}/channels?by=service", language="ru", script=False, at=served)
    row = page.locator("tbody tr", has_text="Выдача паспорта пасеки")
    one, other = (sample_marks(service="ulgi-01", channel=code) for code in ("state_corporation", "provider_office"))
    gap = Decimal(100 * one[4]) / sum(one) - Decimal(100 * other[4]) / sum(other)
    expect(row).to_contain_text(half_up(abs(gap), 1, 1))
    row.locator("td a").first.click()
    assert [int(text) for text in page.locator("#counts + .table-frame tbody td").all_text_contents()[:5]] in (
        one,
        other,
    )
    page.goto(served + f"{HEAD}/regions")
    page.locator("tbody tr").first.get_by_role("link", name="услуги").click()
    expect(page.locator("#choice-by")).to_have_value("service")
    assert page.get_by_label("Регион").input_value() in ("KZ-11", "KZ-75")


def test_complaints_and_waiting_are_shares_and_means_of_their_counts(open_page, served):
    page = open_page(f"{HEAD}/answers?by=service", language="ru", script=False, at=served)
    page.get_by_label("Вопрос", exact=True).select_option("complaints")
    page.get_by_role("button", name="Показать").click()
    with (SAMPLE / "yes-no.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["service"], row["question"]) == ("ulgi-02", "complaints")]
    said, asked = sum(int(row["yes"]) for row in rows), sum(int(row["yes"]) + int(row["no"]) for row in rows)
    row = page.locator("tbody tr", has_text="Выдача лицензии на содержание голубятни")
    expect(row).to_contain_text(f"{half_up(100 * said, asked, 1)} %")
    expect(row).to_contain_text(f"{said} из {asked}")
    page.get_by_label("Вопрос", exact=True).select_option("visit_score")
    page.get_by_role("button", name="Показать").click()
    with (SAMPLE / "visits.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["service"], row["question"]) == ("ulgi-02", "visit_score")]
    scores = [Decimal(row["value"]) for row in rows]
    expect(row).to_contain_text(half_up(sum(scores), len(scores), 2))
    expect(row).to_contain_text("мало ответов")


def test_printed_figures_lead_to_both_places_in_the_source(open_page, served):
    page = open_page("/monitoring", language="ru", script=False, at=served)
    page.get_by_role("link", name=REPORT.name).click()
    row = page.locator("table.recomputed tbody tr").first
    printed = row.locator("td").nth(0).locator("a")
    figure = printed.inner_text().split(":")[0].strip()
    printed.click()
    assert figure.replace(",", ".") in page.locator("mark").first.inner_text().replace(",", ".")
    page.go_back()
    row.locator("td").nth(3).locator("a").first.click()
    expect(page.locator("mark").first).to_be_visible()


def test_the_numbers_by_formula_lead_to_as_many_figures(open_page, served):
    page = open_page(RECOMPUTED, language="en", script=False, at=served)
    page.locator("summary", has_text="How many by formula").click()
    link = page.locator("tfoot td a").first
    count = link.inner_text().split(":")[0].strip()
    link.click()
    expect(page.locator("h2#figures")).to_contain_text(count)


def test_a_finding_of_class_statistics_leads_to_all_figures_of_its_report(open_page, served):
    page = open_page("/findings?class=statistics&edition=all", language="ru", script=False, at=served)
    page.locator(".finding-list h3 a").first.click()
    page.get_by_role("link", name="Все пересчитанные числа отчёта").click()
    expect(page.locator("table.recomputed tbody tr").first).to_be_visible()


def test_a_rating_can_be_taken_along(open_page, served):
    page = open_page(HEAD, language="ru", script=False, at=served)
    hrefs = [one.get_attribute("href") for one in page.locator(".finding-exports a").all()]
    assert len(hrefs) == 5
    for href in hrefs:
        answer = page.request.get(served + href)
        assert answer.status == 200, href
        assert len(answer.body()) > 500, href


def test_the_page_works_by_keyboard_alone(open_page, served):
    page = open_page(HEAD, language="kk", script=False, at=served)
    page.locator("#choice-measure").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.locator("form.review-filters button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lead")).to_contain_text("орташа балл")
