"""Freshness, alarms and bodies on the page of sources."""

import pytest
from playwright.sync_api import expect

from tests.web.memory_base import GONE


@pytest.mark.parametrize(
    ("language", "state", "overdue", "advice"),
    [
        ("kk", "ақаулы", "мерзімі өтті", "Соңғы белгілі мекенжайды ашып көріңіз"),
        ("ru", "неисправен", "просрочен", "Откройте новейший известный адрес"),
        ("en", "broken", "overdue", "Open the newest known address"),
    ],
)
def test_a_broken_source_is_told_with_what_to_do(open_page, language, state, overdue, advice):
    page = open_page("/sources", language=language)
    row = page.locator("table").first.locator("tbody tr").nth(1)
    expect(row).to_contain_text(state)
    expect(row).to_contain_text(overdue)
    alarms = page.locator("#alarms-portal ~ ul li")
    expect(alarms).to_have_count(3)
    expect(alarms.first).to_contain_text(advice)
    expect(alarms.first.locator("a")).to_have_attribute("href", GONE)


def test_only_web_addresses_become_links_and_messages_stay_words(open_page):
    odd = open_page("/sources").locator("#alarms-portal ~ ul li").nth(2)
    expect(odd.locator("a, b")).to_have_count(0)
    expect(odd).to_contain_text("<b>odd</b>")


def test_a_source_of_local_files_says_so_and_has_no_alarms(open_page):
    page = open_page("/sources", language="en")
    expect(page.locator("table").first.locator("tbody tr").first).to_contain_text("local files only")
    expect(page.locator("#alarms-orders")).to_have_count(0)


def test_bodies_are_folded_away_with_documents_and_day(open_page):
    page = open_page("/sources")
    folded = page.locator("details", has_text="Мемлекеттік органдар")
    folded.locator("summary").click()
    expect(folded.locator("tbody tr")).to_contain_text(["«Орман бақылауы» мекемесі"])
    expect(folded.locator("tbody tr")).to_contain_text(["20.11.2026"])
