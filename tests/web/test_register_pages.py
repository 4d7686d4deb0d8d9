"""The list of services by conditions, and the register in numbers, in a browser without script."""

import pytest
from playwright.sync_api import expect


def test_a_chosen_condition_narrows_the_list_and_stays_chosen(open_page):
    page = open_page("/services", language="ru", script=False)
    expect(page.locator(".service-list li")).to_have_count(2)
    page.locator(".conditions summary").click()
    page.locator("#condition-year").select_option("2026")
    page.locator(".conditions button").click()
    page.locator("#condition-paid").select_option("false")
    page.locator(".conditions button").click()
    expect(page.locator(".service-list li")).to_have_count(1)
    expect(page.locator(".conditions + .note")).to_have_text("Найдена 1 услуга. По редакции реестра от 03.02.2026.")
    expect(page.locator("#condition-year")).to_have_value("2026")
    expect(page.locator("#condition-paid option:checked")).to_have_text("бесплатная (1)")
    page.get_by_role("link", name="Все услуги").click()
    expect(page.locator(".service-list li")).to_have_count(2)


def test_a_list_without_services_says_that_conditions_did_it(open_page):
    page = open_page("/services?text=zzz", language="kk")
    expect(page.locator(".empty")).to_contain_text("шарттарға сай қызмет жоқ")
    expect(page.locator("#name-words")).to_have_value("zzz")


@pytest.mark.parametrize("wrong", ["paid=perhaps", "channel=phone", "year=soon"])
def test_a_choice_that_no_form_offers_is_a_wrong_address(open_page, wrong):
    expect(open_page(f"/services?{wrong}", language="en").locator("main h1")).to_be_visible()
    assert open_page(f"/services?{wrong}").locator(".service-list").count() == 0


def test_every_number_of_the_register_leads_to_the_services_it_counts(open_page):
    page = open_page("/registry", language="en")
    row = page.locator("tbody tr", has=page.locator("th", has_text="2026"))
    expect(row.locator("td a").first).to_have_text("2")
    counted = [one.inner_text().split()[0] for one in row.locator(".count-of").all()]
    addresses = [one.get_attribute("href") for one in row.locator("td a").all()][1:]
    assert len(counted) == len(addresses) == 6
    for number, address in zip(counted, addresses, strict=True):
        assert open_page(address, language="en").locator(".service-list li").count() == int(number), address


def test_a_year_without_an_edition_is_shown_empty(open_page):
    page = open_page("/registry", language="ru")
    expect(page.locator("tbody th")).to_have_text(["2024", "2025", "2026"])
    missing = page.locator("tbody tr").nth(1)
    assert set(missing.locator("td").all_inner_texts()) == {"нет данных"}
    expect(page.locator(".year-charts svg").first.locator("rect.bar")).to_have_count(2)
    expect(page.locator(".year-charts figure")).to_have_count(7)
