"""Values, disagreement, gaps, dates, languages and samples on the pages."""

import pytest
from playwright.sync_api import expect

from kb.search import EngineDown
from tests.web.memory_texts import LONG
from tests.web.page_list import PAGES, SOURCE


def test_card_follows_an_operators_order(open_page):
    page = open_page("/services/nest-1")
    sections = [one.get_attribute("id") for one in page.locator("section.attribute").all()]
    assert sections == ["deadline", "fee", "channel", "document", "provider", "legal_act", "practice", "survey"]


def test_what_holds_stands_first_and_the_overridden_value_says_by_whom(open_page):
    page = open_page("/services/nest-1")
    section = page.locator("#deadline")
    expect(section.locator(".value-words").first).to_have_text("5\xa0жұмыс күні")
    expect(section.locator(".value").first.locator("a.clause")).to_have_count(2)
    overridden = section.locator(".part").first
    expect(overridden.locator(".value-words")).to_have_text("7\xa0жұмыс күні")
    expect(overridden.locator(".instead")).to_contain_text("5\xa0жұмыс күні")
    expect(overridden.locator(".instead a.clause")).to_have_count(1)
    expect(page.locator(".glance dd strong").first).to_have_text("5\xa0жұмыс күні")


def test_gaps_are_shown_and_lead_to_their_places(open_page):
    page = open_page("/services/nest-1")
    expect(page.locator("#deadline .missing")).to_contain_text("Санын дереккөз көрсетпеген")
    expect(page.locator("#fee .gap")).to_contain_text("«Стоимость»")
    expect(page.locator(".gap")).to_have_count(1)


def test_fee_in_tenge_follows_the_date(open_page):
    page = open_page("/services/nest-1")
    expect(page.locator("#fee .tenge strong")).to_have_text("2\xa0162,5 теңге")
    page.locator("#card-as-of").fill("2017-10-01")
    page.locator(".as-of-form button").click()
    expect(page.locator("#fee .tenge strong")).to_have_text("1\xa0134,5 теңге")
    expect(page.locator("#fee .tenge")).to_contain_text("2\xa0269")
    page.locator("#card-as-of").fill("1995-01-01")
    page.locator(".as-of-form button").click()
    expect(page.locator("#fee .tenge strong")).to_have_count(0)
    expect(page.locator("#fee .tenge")).to_contain_text("кестеде жоқ")


def test_other_language_is_folded_away_and_labelled(open_page):
    page = open_page("/services/nest-1", language="ru")
    shown = page.locator("#document > .attribute-values > .value-group .item-words")
    expect(shown).to_have_text(["заявление", "схема"])
    folded = page.locator("#document details")
    expect(folded.locator("summary")).to_have_text("на казахском: ещё 2 записи")
    folded.locator("summary").click()
    expect(folded.locator(".item-words [lang=kk]").first).to_have_text("өтініш")


def test_english_page_quotes_kazakh_with_its_language(open_page):
    page = open_page("/services/nest-1", language="en")
    quoted = page.locator("#provider .value-words").first
    expect(quoted.locator("[lang=kk]")).to_have_text("«Орман бақылауы» мекемесі")
    expect(quoted.locator(".lang-tag")).to_have_text("in Kazakh")
    expect(page.locator("#deadline .value-words").first).to_have_text("5\xa0working days")


def test_survey_is_drawn_and_told(open_page):
    survey = open_page("/services/nest-1").locator("#survey")
    expect(survey.get_by_role("img", name="«5» деп бағалағандардың үлесі, пайыз")).to_be_visible()
    lengths = [float(bar.get_attribute("width") or 0) for bar in survey.locator("rect.bar").all()]
    assert lengths == pytest.approx([0.583 * 320, 0.91 * 320], abs=0.1)
    expect(survey.locator("tbody tr").first).to_contain_text("190")


def test_answer_box_shows_value_source_and_words_to_read(open_page):
    answer = open_page(PAGES["answer"]).locator(".answer")
    expect(answer.locator(".value-words")).to_have_text("5\xa0жұмыс күні")
    expect(answer.locator("a.clause")).to_contain_text("5 (бес) жұмыс күні")
    expect(answer.locator(".aloud")).to_contain_text("Бес жұмыс күні.")


def test_conflict_is_called_so(open_page):
    answer = open_page(PAGES["conflict"]).locator(".answer.conflict")
    expect(answer.locator("h2")).to_have_text("Дереккөздер әртүрлі айтады")
    expect(answer.locator(".value-words")).to_have_text(["5\xa0жұмыс күні", "7\xa0жұмыс күні"])


def test_found_words_are_highlighted(open_page):
    page = open_page(PAGES["answer"])
    expect(page.locator(".results .snippet mark").first).to_have_text("мерзімі")


def test_question_without_answer_has_no_answer_box(open_page):
    page = open_page(PAGES["nothing"])
    expect(page.locator(".answer")).to_have_count(0)
    expect(page.locator(".empty li")).to_have_count(3)
    expect(page.locator(".empty a")).to_have_attribute("href", "/services")


def test_further_results_keep_question_and_date(open_page):
    page = open_page("/search?q=ұя&as_of=2017-10-01")
    page.locator("a[rel=next]").click()
    expect(page.locator("#q")).to_have_value("ұя")
    expect(page.locator("#as_of")).to_have_value("2017-10-01")
    expect(page.locator(".answer")).to_have_count(0)


def test_kazakh_is_the_default_and_a_choice_is_remembered(open_page):
    page = open_page("/services/nest-1?as_of=2017-10-01")
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("#card-as-of")).to_have_value("2017-10-01")
    page.get_by_role("link", name="Источники").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")


@pytest.mark.parametrize("path", [PAGES["answer"], PAGES["services"], PAGES["card"], PAGES["source"], PAGES["sources"]])
def test_samples_are_called_samples(open_page, path):
    page = open_page(path)
    expect(page.locator(".sample-banner")).to_be_visible()


def test_badge_stands_at_the_sample_alone(open_page):
    page = open_page("/services")
    expect(page.locator("li", has_text="Құс ұясын тіркеу").locator(".badge.sample")).to_be_visible()
    expect(page.locator("li", has_text="воздушного змея").locator(".badge.sample")).to_have_count(0)
    expect(open_page(f"/source/{LONG.digest}").locator(".badge.sample")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/nothing-here", 404, "Бет табылмады"),
        ("/services/unknown", 404, "Бет табылмады"),
        ("/source/sha256:" + "0" * 64, 404, "Бет табылмады"),
        ("/source/nonsense", 422, "Сілтемедегі мән дұрыс емес"),
        ("/services/nest-1?as_of=2017-02-30", 422, "Сілтемедегі мән дұрыс емес"),
        ("/search?q=%22ұя", 422, "Сұрақ оқылмады"),
        ("/search?q=" + "a" * 1001, 422, "Сілтемедегі мән дұрыс емес"),
        ("/static/../pages.py", 404, "Бет табылмады"),
        ("/static/pages.py", 404, "Бет табылмады"),
    ],
)
def test_failed_page_says_what_to_do(open_page, site, path, status, title):
    page = open_page("/about")
    response = page.goto(site + path)
    assert response.status == status
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".failure .lead")).not_to_be_empty()
    expect(page.get_by_role("search")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/services", PAGES["answer"], PAGES["card"], SOURCE, "/sources"])
def test_engine_away_says_to_wait(open_page, site, registry, path):
    page = open_page("/about")
    registry.away = EngineDown("the engine does not answer at a secret address")
    try:
        response = page.goto(site + path)
    finally:
        registry.away = None
    assert response.status == 503
    expect(page.locator("h1")).to_have_text("Іздеу уақытша қолжетімсіз")
    expect(page.locator("body")).not_to_contain_text("secret")


def test_home_page_says_that_its_examples_ask_samples(open_page):
    page = open_page("/", language="ru")
    expect(page.locator(".examples a").first).to_be_visible()
    expect(page.locator(".sample-banner")).to_contain_text("Образец")


@pytest.mark.parametrize(
    ("language", "day"), [("kk", "2017 жылғы 1 қазан"), ("ru", "1 октября 2017 года"), ("en", "1 October 2017")]
)
def test_dates_beside_their_fields_are_in_the_pages_words(open_page, language, day):
    page = open_page("/services/nest-1?as_of=2017-10-01", language=language)
    field = page.locator("#card-as-of")
    expect(page.locator(f"#{field.get_attribute('aria-describedby')}")).to_have_text(day)
    page = open_page("/search?q=ұя&as_of=2017-10-01", language=language)
    field = page.locator("#as_of")
    expect(page.locator(f"#{field.get_attribute('aria-describedby')}")).to_have_text(day)


def test_views_of_a_card_lead_to_each_other_and_to_the_clauses(open_page):
    page = open_page("/services/nest-1", language="ru")
    page.locator(".card-views a", has_text="История значений").click()
    rows = page.locator("#deadline tbody tr")
    expect(rows.first).to_contain_text("10.01.2026")
    expect(rows.first.locator("a.clause")).to_have_count(2)
    expect(rows.first.locator("svg rect.bar")).to_have_count(1)
    page.locator(".card-views a", has_text="Сравнение источников").click()
    expect(page.locator("#deadline th")).to_have_text(["нормативный правовой акт", "карточка портала"])
    expect(page.locator("#deadline tr.differs")).to_contain_text("7\xa0рабочих дней")
    expect(page.locator("tr.differs")).to_have_count(1)


def test_difference_of_two_days_is_asked_with_a_form(open_page):
    page = open_page("/services/nest-1/difference?from=2026-11-01&to=2026-11-25", language="ru")
    expect(page.locator(".empty")).to_have_text("Между этими днями значения не изменились.")
    page.locator("input[name=from]").fill("2026-01-01")
    page.locator(".as-of-form button").click()
    change = page.locator(".card-change").first
    expect(change.locator("h2")).to_have_text("Срок оказания: изменено")
    expect(change.locator(".told strong")).to_have_text(["7\xa0рабочих дней", "5\xa0рабочих дней"])
    expect(change.locator("a.clause")).to_have_count(3)


@pytest.mark.parametrize("query", ["to=0001-01-01", "to=0001-01-02", "from=0001-01-01&to=9999-12-31"])
def test_days_at_the_ends_of_the_calendar_are_days(open_page, query):
    page = open_page(f"/services/nest-1/difference?{query}", language="ru")
    expect(page.locator(".as-of-form")).to_have_count(1)
