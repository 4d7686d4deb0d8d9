"""The page that calculates: filled in and read in a browser."""

import pytest


def test_the_form_gives_the_sum_and_the_day_with_their_clauses(open_page):
    page = open_page("/services/nest-1", language="ru")
    page.locator("#fee .more a").click()
    page.get_by_label("Число документов").fill("3")
    page.get_by_label("День подачи").fill("2026-12-14")
    page.get_by_role("button", name="Рассчитать", exact=True).click()
    fee, due = page.locator("#fee"), page.locator("#due")
    assert fee.locator(".value-words").inner_text().replace("\N{NO-BREAK SPACE}", " ") == "6 487,5 тенге"
    assert "(0,5 × МРП) × 3" in fee.inner_text()
    assert "22 декабря 2026 года" in due.locator(".value-words").first.inner_text()
    assert "16.12.2026 не считается: праздник: День Независимости" in due.inner_text()
    due.locator("a.clause").first.click()
    assert page.locator("mark").count() == 1


def test_an_open_question_shows_both_sums(open_page):
    page = open_page("/services/nest-1/calculate?as_of=2026-11-25&filed=2026-11-21", language="kk")
    assert "23.11.2026" in page.locator("#due").inner_text()
    assert page.locator("#due .instead").count() >= 1


@pytest.mark.parametrize(
    "query", ["copies=0", "copies=many", "channel=pigeon", "recipient=king", "filed=soon", "as_of=2026-02-30"]
)
def test_a_wrong_value_is_a_page_that_says_so(open_page, query):
    page = open_page(f"/services/nest-1/calculate?{query}", language="en")
    assert page.locator("h1").count() == 1
    assert page.locator("#fee").count() == 0


def test_what_a_person_types_is_shown_as_words(open_page):
    page = open_page("/services/nest-1/calculate?case=%3Cscript%3Ealert(1)%3C/script%3E", language="en")
    assert page.get_by_label("Case").input_value() == "<script>alert(1)</script>"
    assert "<script>alert(1)</script>" in page.locator("#fee").inner_text()
