"""Cards written for these tests; all facts are invented."""

import pytest

from kb.extract import Extraction, extract_document
from kb.extract.segment import label_topic
from kb.model import Attribute, Deadline, Document, Fee, Issue, SourceKind
from kb.resolve import group_mentions
from kb.text import fold_plain
from scrapers import discover
from tests.examples.snapshots import snapshot_of
from tests.unit.extract.documents import read_card

CARD = """<html><head><link rel="canonical" href="/cms/ru/services/forest/pass977_proba"></head><body>
<h1>Выдача билета на сбор клюквы</h1>
<p>Код услуги: 99900066</p>
<div class="info-block-horizontal"><p class="info-block-title">Срок оказания услуги</p><p>2 рабочих дня.</p></div>
<div class="info-block-horizontal"><p class="info-block-title">Стоимость услуги</p><p>450 тенге 50 тиын.</p></div>
<div class="info-block-horizontal"><p class="info-block-title">Погода в лесу</p><p>Дождь.</p></div>
<div class="info-block-horizontal"><p class="info-block-title">Погода в лесу</p><p>Снег.</p></div>
</body></html>"""
PAGES = {
    "govkz": (
        "https://www.gov.kz/services/99991?lang={language}",
        "<main><h1>{name}</h1><h2>{term}</h2><p>{days}</p></main>",
    ),
    "elicense": (
        "https://elicense.kz/LicensingContent/CurrentVersionService?serviceCode=EL98-R01&lang={language}",
        "<h1>{name}</h1><div class='panel'><div class='panel-heading'>{term}</div>"
        "<div class='panel-body'>{days}</div></div>",
    ),
}
WORDS = {
    "kk": {"name": "Тыныштық туралы анықтама", "term": "Қызмет көрсету мерзімі", "days": "3 жұмыс күні ішінде."},
    "ru": {"name": "Справка о тишине", "term": "Срок оказания услуги", "days": "В течение 3 рабочих дней."},
}


def in_language(source: str, language: str) -> Extraction:
    address, page = PAGES[source]
    body = page.format(**WORDS[language]).encode()
    snapshot = snapshot_of(body, document=address.format(language=language), media_type="text/html", source=source)
    return extract_document(discover()[source].read(snapshot, body, lambda _: {}))


def told(document: Document) -> list[Issue]:
    return [*document.issues, *extract_document(document).issues]


def test_blocks_give_statements_spoken_by_the_portal() -> None:
    found = extract_document(read_card(CARD))
    (mention,) = found.mentions
    assert (mention.key, mention.name_ru) == ("egov/pass977_proba", "Выдача билета на сбор клюквы")
    assert mention.codes == {"registry": "99900066", "egov": "pass977_proba"}
    assert {item.source_kind for item in found.statements} == {SourceKind.PORTAL_CARD}
    values = {item.attribute: item.value for item in found.statements}
    term, fee = values[Attribute.DEADLINE], values[Attribute.FEE]
    assert isinstance(term, Deadline)
    assert isinstance(fee, Fee)
    assert (str(term.value), str(fee.amount)) == ("2", "450.5")


def test_a_block_of_an_unknown_kind_is_told_once() -> None:
    (issue,) = told(read_card(CARD))
    assert (issue.code, issue.line) == ("unknown_label", 13)
    assert "«Погода в лесу»" in issue.message


def test_a_block_that_the_source_knows_and_no_topic_does_is_told_once() -> None:
    card = CARD.replace("Погода в лесу", "Порядок посещения леса")
    (issue,) = told(read_card(card))
    assert issue.code == "card.unknown_label"
    assert "«Порядок посещения леса»" in issue.message


@pytest.mark.parametrize(("source", "code"), [("govkz", "99991"), ("elicense", "EL98-R01")])
def test_both_languages_of_a_card_are_one_service_without_a_code_of_the_register(source: str, code: str) -> None:
    both = [in_language(source, language) for language in ("kk", "ru")]
    mentions = [mention for found in both for mention in found.mentions]
    assert [mention.codes for mention in mentions] == [{source: code}] * 2
    (group,) = group_mentions(mentions)
    assert group.keys == (f"{source}/{code}",)
    assert {mention.name_kk or mention.name_ru for mention in mentions} == {WORDS["kk"]["name"], WORDS["ru"]["name"]}


@pytest.mark.parametrize(
    ("label", "topic"),
    [
        ("Услугодатель", "provider"),
        ("Көрсетілетін қызметті беруші", "provider"),
        ("Рұқсат беретін орган", "provider"),
        ("Лицензиар:", "provider"),
        ("Услугополучатели", "recipient"),
        ("Как получить услугу", "channel"),
        ("Қызметті қалай алуға болады", "channel"),
        ("Біліктілік талаптары", "ignored"),
        ("Квалификационные требования и перечень документов", "document"),
        ("Квалификационные требования", "ignored"),
        ("Қызмет көрсету нәтижесін беру тәртібі", "result"),
        ("Порядок выдачи результата", "result"),
        ("Услугодатель на лугу", None),
    ],
)
def test_labels_of_cards_name_their_topic(label: str, topic: str | None) -> None:
    assert label_topic(fold_plain(label)) == topic


def test_a_recipient_in_the_label_of_a_value_is_no_case_beside_it() -> None:
    block = "<p>Заңды тұлғалар үшін – 2 жұмыс күні; жеке тұлғалар үшін – 1 жұмыс күні.</p>"
    card = (
        "<h1>Мүкжидек теру билетін беру</h1><div class='info-block-horizontal'>"
        f"<p class='info-block-title'>Қызмет көрсету мерзімі</p>{block}</div>"
    )
    terms = [item for item in extract_document(read_card(card)).statements if isinstance(item.value, Deadline)]
    scopes = [(item.scope.recipient and item.scope.recipient.code, item.scope.case) for item in terms]
    assert scopes == [("legal_entity", None), ("individual", None)]
