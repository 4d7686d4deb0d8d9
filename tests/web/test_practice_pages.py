"""Promise beside practice on a service's page, and the page of burdens, in a real browser."""

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kb.app import Settings, build_application
from kb.model.access import LOCAL
from kb.pipeline import Registry
from tests.monitored_base import bring_wave, head_of
from tests.practice_base import REPORT_NAME, practised, practised_folder
from tests.unit.pipeline.test_service_practice import QUOTES, service_of
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

__all__ = ["practised", "practised_folder"]


@pytest.fixture
def base(practised):
    base = Registry(practised)
    yield base
    base.close()


@pytest.fixture
def served(practised):
    with serve(build_application(Settings(home=practised.folder))) as address:
        yield address


@pytest.fixture
def asked(practised, base, tmp_path):
    """A service that waves asked about, with quotes and recommendations."""
    service = service_of(base)
    rows = [
        f"{service},agriculture-ministry,KZ-11,provider_office,satisfaction,0,0,1,3,6,0",
        f"{service},agriculture-ministry,KZ-11,provider_office,term,0,0,10,30,60,0",
    ]
    bring_wave(practised, head_of(services=[]), rows, services=(service,))
    earlier = head_of(
        id="w-2024", year=2024, since="2024-02-01", until="2024-03-01", method="phone_survey", services=[]
    )
    bring_wave(practised, earlier, rows, services=(service,))
    file = tmp_path / "quotes.csv"
    file.write_text(QUOTES.format(service=service), encoding="utf-8")
    base.practice.quotes.bring([file], actor=LOCAL, head=head_of(method="focus_groups", services=[]))
    base.practice.recommendations.add_report(REPORT_NAME, actor=LOCAL)
    return service


def test_promise_and_practice_stand_side_by_side(open_page, served, asked):
    page = open_page(f"/services/{quote(asked)}", language="ru", script=False, at=served)
    section = page.locator("#practice")
    row = section.get_by_role("row").filter(has=page.get_by_role("rowheader", name="срок", exact=True))
    expect(row).to_contain_text("поставили «5» 60 %")
    expect(row).to_contain_text("ответов: 100")
    refusals = section.get_by_role("row").filter(has=page.get_by_role("rowheader", name="отказы", exact=True))
    expect(refusals).to_contain_text("не измерялось")
    expect(section).to_contain_text("мало ответов")
    expect(section).to_contain_text("спрашивали иначе, чем в прежней волне: не сравнивать")
    expect(section).to_contain_text("Дорого")
    expect(section).not_to_contain_text("Серікұлы")
    section.get_by_role("link", name="рекоменд").click()
    expect(page.locator("tbody tr")).to_have_count(2)


def test_a_service_that_nobody_asked_about_says_so(open_page, base, served):
    service = next(one.id for one in base.all_services() if one.id != service_of(base))
    page = open_page(f"/services/{quote(service)}", language="kk", script=False, at=served)
    expect(page.locator("#practice").get_by_text("өлшенбеген").first).to_be_visible()


def test_a_burden_leads_to_its_papers_and_each_paper_to_its_place(open_page, base, served):
    page = open_page("/monitoring/burden", language="ru", script=False, at=served)
    heaviest = base.practice.burdens(base._today())[0]
    row = page.locator("tbody tr").first
    expect(row.locator("td").first).to_have_text(str(heaviest.index))
    row.get_by_role("link", name="Документы").click()
    expect(page.locator("table").nth(1).locator("tbody tr")).to_have_count(heaviest.listed)
    page.locator("table").nth(1).locator("tbody tr a.clause").first.click()
    expect(page.locator("#mark")).to_be_visible()


def test_wrong_addresses_of_burdens_are_told(open_page, served):
    page = open_page("/monitoring/burden?service=x-0", language="ru", at=served)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("fetch('/monitoring/burden?service=x-0').then(r => r.status)") == 404
    assert page.evaluate("fetch('/monitoring/burden?as_of=soon').then(r => r.status)") == 422
    assert page.evaluate("fetch('/monitoring/burden?first=-1').then(r => r.status)") == 422


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/services/{}", "/monitoring/burden", "/monitoring/burden?service={}"])
def test_the_pages_can_be_read_and_used_by_all(open_page, served, asked, path, language):
    page = open_page(path.format(quote(asked)), language=language, width=360, at=served)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1
