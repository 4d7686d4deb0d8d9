"""What the pages of acts tell: force, changes, both languages, references."""

import pytest
from playwright.sync_api import expect

from tests.web.memory_acts import LIVING, REPEALED, SUSPENDED
from tests.web.memory_base import NEST_ACT
from tests.web.page_list import SOURCE


@pytest.mark.parametrize(
    ("language", "act", "words"),
    [
        ("kk", REPEALED, "Күші жойылды"),
        ("ru", REPEALED, "Утратил силу"),
        ("en", REPEALED, "Repealed"),
        ("kk", SUSPENDED, "Қолданылуы тоқтатыла тұрды"),
        ("ru", SUSPENDED, "Действие приостановлено"),
    ],
)
def test_an_act_out_of_force_says_so_above_its_text(open_page, language, act, words):
    banner = open_page(f"/acts/{act.id}", language=language).locator("h1 + .dated-note")
    expect(banner).to_contain_text(words)
    if act.repealed_by:
        expect(banner).to_contain_text(act.repealed_by)


def test_what_changed_is_marked_word_by_word(open_page):
    page = open_page(f"/acts/{LIVING.id}/difference", language="ru")
    expect(page.locator("del")).to_have_text(["5"])
    expect(page.locator("ins")).to_have_text(["7"])


def test_both_languages_stand_in_one_row(open_page):
    row = open_page(f"/acts/{LIVING.id}/parallel", language="ru").locator(".act-sides").nth(1)
    expect(row.locator("[lang=kk]")).to_contain_text("7 күн")
    expect(row.locator("p[lang=ru]")).to_contain_text("7 дней")


def test_a_reference_leads_to_its_clause(open_page):
    page = open_page(f"/acts/{LIVING.id}", language="ru")
    page.get_by_role("link", name="пункту 1 настоящего приказа").click()
    page.wait_for_url("**#point-1")
    expect(page.locator("#point-1")).to_contain_text("стоит на воде")


def test_acts_are_reached_from_every_page_and_from_their_words(open_page):
    page = open_page("/", language="ru")
    page.get_by_role("navigation", name="Разделы").get_by_role("link", name="Акты").click()
    page.get_by_role("link", name=LIVING.title_ru).click()
    page.wait_for_url(f"**/acts/{LIVING.id}")
    source = open_page(SOURCE, language="ru")
    source.locator(".facts").get_by_role("link", name=NEST_ACT.id).click()
    source.wait_for_url(f"**/acts/{NEST_ACT.id}")


def test_two_editions_are_chosen_in_a_form_in_any_order(open_page):
    page = open_page(f"/acts/{LIVING.id}/difference", language="ru")
    later = page.get_by_label("Новая редакция").input_value()
    page.get_by_label("Прежняя редакция").select_option(later)
    page.get_by_role("button", name="Сравнить").click()
    expect(page.locator(".empty")).to_be_visible()
    page.get_by_label("Новая редакция").select_option(index=0)
    page.get_by_role("button", name="Сравнить").click()
    expect(page.locator("del")).to_have_text(["5"])
    expect(page.locator("ins")).to_have_text(["7"])


def test_an_act_of_one_edition_says_that_there_is_nothing_to_compare(open_page):
    page = open_page(f"/acts/{REPEALED.id}/difference", language="ru")
    expect(page.locator(".empty")).to_have_text("Известна одна редакция, сравнивать не с чем.")
