"""What the pages of acts tell: force, changes, both languages, references."""

import pytest
from playwright.sync_api import expect

from tests.web.memory_acts import LIVING, REPEALED, SUSPENDED


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
