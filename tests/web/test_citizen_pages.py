"""What citizens do, by keyboard alone and without script; every look of their pages."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kb.app import Settings, build_application
from kb.model.feedback import MarkFilter, MarkKind
from kb.pipeline import Home, Registry
from kb.pipeline.feedback import LONGEST_WORDS
from tests.web.citizen import LOOKS, SERVICE_PAGES, follow, looking, service_paths, tab_to
from tests.web.conftest import serve

WIDTHS = (360, 768, 1440)


@pytest.fixture(scope="module")
def home(built_folder, tmp_path_factory):
    """A copy of the samples that takes reports."""
    return Home(folder=Path(shutil.copytree(built_folder, tmp_path_factory.mktemp("citizens") / "home")))


@pytest.fixture(scope="module")
def samples(home):
    with serve(build_application(Settings(home=home.folder))) as address:
        yield address


@pytest.fixture
def open_here(open_page, samples):
    """A page of the samples in Russian without script; `see(path)`."""
    return lambda path: open_page(path, language="ru", script=False, at=samples)


@pytest.fixture
def listed(open_page, samples):
    """The path of a service that has a list of documents."""
    page = open_page("/about", at=samples)
    for path in service_paths(page, samples):
        page.goto(f"{samples}{path}/plain")
        if page.locator(".checks input").count() and page.locator("#filed").count():
            return path
    raise AssertionError("no sample has a list of documents and a term")


def reports(home):
    registry = Registry(home)
    kept = registry.feedback.listed(MarkFilter(kind=MarkKind.UNLISTED_DOCUMENT)).items
    registry.close()
    return kept


def test_from_the_first_page_by_life_situation_to_a_service(open_here):
    page = open_here("/")
    tab_to(page, "a[href='/situations']")
    follow(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Жизненные ситуации")
    tab_to(page, ".situations a")
    follow(page)
    tab_to(page, ".service-list a")
    name = page.locator(":focus").inner_text()
    follow(page)
    expect(page).to_have_title(f"Коротко: {name} – Анық")


def test_from_results_and_from_the_card_to_the_plain_page(open_here, listed):
    page = open_here(listed)
    tab_to(page, "a[href$='/plain']")
    follow(page)
    name = page.get_by_role("heading", level=1).locator("span").first.inner_text()
    tab_to(page, "#q")
    page.keyboard.type(name[:60])
    follow(page)
    tab_to(page, ".citizen a[href$='/plain']")
    follow(page)
    expect(page.locator(".plain")).to_be_visible()


def test_papers_are_ticked_off_with_the_space_bar(open_here, listed):
    page = open_here(f"{listed}/plain")
    tab_to(page, ".checks input")
    page.keyboard.press("Space")
    expect(page.locator(".checks input").first).to_be_checked()


def test_every_value_leads_to_the_words_it_was_read_from(open_here, listed):
    page = open_here(f"{listed}/plain")
    hrefs = [link.get_attribute("href") for link in page.locator(".from a").all()]
    assert len(hrefs) > 5
    tab_to(page, ".lines .from a[href^='/source/']")
    follow(page)
    expect(page.locator("mark").first).to_be_visible()


def test_the_day_can_be_changed(open_here, listed):
    page = open_here(f"{listed}/plain")
    tab_to(page, "#plain-as-of")
    page.locator("#plain-as-of").fill("2013-02-03")
    follow(page)
    expect(page.locator("#fee h2")).to_have_text("Сколько платить 03.02.2013")
    expect(page.locator("#plain-day")).to_have_text("3 февраля 2013 года")
    assert "as_of=2013-02-03" in page.locator(".card-views a").first.get_attribute("href")
    expect(page.locator("#appeal")).to_contain_text("Стандарт об этом не говорит.")  # the law of that day was not read


def test_the_general_rule_on_complaints_names_its_clause(open_here, samples):
    page = open_here("/about")
    silent = 0
    for path in service_paths(page, samples):
        page.goto(f"{samples}{path}/plain?as_of=2026-11-26")
        told = page.locator("#appeal")
        if "Общее правило закона" in told.inner_text():
            silent += 1
            expect(told.locator("li")).to_have_count(4)
            expect(told).to_contain_text("кодекс № 350-VI 29.06.2020, часть 1 статьи 92")
    assert silent > 0


def test_from_the_day_of_filing_to_the_day_it_is_ready(open_here, listed):
    page = open_here(f"{listed}/plain")
    page.locator("#filed").fill("2026-03-02")
    tab_to(page, "#filed")
    follow(page)
    page.wait_for_url("**/calculate?filed=2026-03-02**")
    expect(page.locator("input[name=filed]")).to_have_value("2026-03-02")


def test_a_paper_that_no_list_names_is_reported_without_what_tells_a_person(open_here, home, listed):
    page = open_here(f"{listed}/plain")
    tab_to(page, "a[href$='/unlisted']")
    follow(page)
    tab_to(page, "#words")
    page.keyboard.type("Попросили справку <b>о погоде</b>, мой ИИН 900101300129")
    tab_to(page, "form[method=post] button")
    follow(page)
    expect(page.get_by_role("status")).to_contain_text("Спасибо, сообщение сохранено.")
    (report,) = reports(home)
    assert "<b>о погоде</b>" in report.mark.words
    assert "900101300129" not in report.mark.words
    assert report.mark.service
    assert report.mark.page.endswith("/unlisted")


@pytest.mark.parametrize(
    ("typed", "told"), [("  ", "Ничего не написано"), ("ы" * (LONGEST_WORDS + 1), "Сократите до 2 000")]
)
def test_what_cannot_be_sent_stays_on_the_page(open_here, home, listed, typed, told):
    before = reports(home)
    page = open_here(f"{listed}/unlisted")
    page.evaluate("document.querySelector('#words').removeAttribute('maxlength')")
    page.locator("form[method=post]").evaluate("form => form.noValidate = true")
    page.locator("#words").fill(typed)
    with page.expect_response("**/unlisted") as answered:
        page.locator("form[method=post] button").click()
    assert answered.value.status == 422
    assert " ".join(page.get_by_role("alert").inner_text().split()).find(told) >= 0
    assert page.locator("#words").input_value().strip() == typed.strip()
    assert reports(home) == before


def test_a_form_of_another_site_and_a_flood_are_refused(open_here, samples, home, listed):
    page = open_here(f"{listed}/unlisted")
    address, form = f"{samples}{listed}/unlisted", {"words": "справка"}
    before = len(reports(home))
    foreign = page.request.post(address, form=form, headers={"origin": "http://elsewhere.example"})
    assert foreign.status == 403
    statuses = [page.request.post(address, form=form, max_redirects=0).status for _ in range(12)]
    assert set(statuses) == {303, 429}
    assert statuses[-1] == 429
    assert len(reports(home)) == before + statuses.count(303)


def test_the_look_is_chosen_by_keyboard_and_kept(open_here, listed):
    page = open_here(f"{listed}/plain")
    html = page.locator("html")
    tab_to(page, ".top .look a")
    follow(page)
    expect(html).to_have_attribute("data-vision", "low")
    tab_to(page, ".bottom .look a[href*='theme=dark']")
    follow(page)
    expect(html).to_have_attribute("data-theme", "dark")
    tab_to(page, ".brand")
    follow(page)
    expect(html).to_have_attribute("data-theme", "dark")
    expect(html).to_have_attribute("data-vision", "low")
    size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size >= 20
    tab_to(page, ".top .look a")
    follow(page)
    expect(html).to_have_attribute("data-vision", "normal")


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("look", LOOKS)
def test_no_violation_and_no_sideways_scrolling_in_any_look(open_page, samples, listed, look, language):
    page = open_page("/about", language=language, at=samples)
    first = page.request.get(f"{samples}/situations").text().split('href="/situations/')[1].split('"')[0]
    paths = ["/", "/situations", f"/situations/{first}", *(f"{listed}/{view}" for view in SERVICE_PAGES)]
    for path in paths:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(samples + looking(path, look))
        results = Axe().run(page)
        assert results.violations_count == 0, f"{path}\n{results.generate_report()}"
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
