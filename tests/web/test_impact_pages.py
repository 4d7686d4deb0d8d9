"""What an edition of an act changes, in a real browser, without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kb.app import Settings, build_application
from kb.pipeline import Home, build_base, import_paths
from tests.finding_base import write_act, write_later
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

ACT = "/acts/zan:990001"


@pytest.fixture(scope="module")
def amended(tmp_path_factory):
    acts = tmp_path_factory.mktemp("amended")
    write_later(acts)
    write_act(acts)
    home = Home(folder=tmp_path_factory.mktemp("impact") / "home")
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()
    with serve(build_application(Settings(home=home.folder, local_staff=False))) as address:
        yield address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_read_by_all_and_fits_every_screen(open_page, amended, language):
    page = open_page(f"{ACT}/impact", language=language, at=amended)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1


def test_the_way_leads_from_the_act_over_the_changes_to_the_words(open_page, amended):
    page = open_page(ACT, language="ru", script=False, at=amended)
    page.locator(f"a[href='{ACT}/impact']").click()
    expect(page.locator("select[name=edition] option")).to_have_text(["01.07.2019"])
    page.locator("form.as-of-form button").click()
    row = page.locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row.locator("td").first).to_contain_text("12 рабочих дней")
    expect(page.locator(".finding-list.appeared")).to_have_count(0)
    gone = page.locator(".finding-list.vanished > li")
    assert gone.count() >= 1
    expect(gone.first.locator(".owner")).not_to_be_empty()
    expect(gone.first.locator("h3 a")).to_have_count(1)  # the base has it as one of a past edition
    expect(page.locator("main")).to_contain_text("между всеми текстами базы")
    page.locator(".impact-clauses a").click()
    changed = page.locator(page.url[page.url.index("#") :])
    expect(changed.locator("del").first).to_contain_text("12")
    expect(changed.locator("ins").first).to_contain_text("10")


def test_findings_of_past_editions_are_shown_when_asked_for(open_page, amended):
    page = open_page("/findings?class=language_parity", language="ru", script=False, at=amended)
    expect(page.locator("#filter-edition option:checked")).to_contain_text("в действующей редакции")
    expect(page.locator("main")).not_to_contain_text("действовавшей до")
    page.locator("#filter-edition").select_option("past")
    page.get_by_role("button", name="Показать", exact=True).click()
    row = page.locator(".finding-list > li").first
    expect(row).to_contain_text("в редакции, действовавшей до 01.07.2019")
    row.locator("h3 a").click()
    expect(page.locator(".dated-note")).to_contain_text("В действующей редакции этого противоречия нет")
    page.locator(".finding-way a").first.click()
    expect(page.locator("#filter-edition option:checked")).to_contain_text("только в прежней редакции")


def test_an_edition_without_one_before_is_not_found(open_page, amended):
    page = open_page(ACT, at=amended)
    assert page.goto(f"{amended}{ACT}/impact?edition=2016-04-01").status == 404
    expect(page.locator("h1")).to_be_visible()
