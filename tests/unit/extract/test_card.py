"""A portal card written for these tests; all facts are invented."""

from kb.extract import extract_document
from kb.model import Attribute, Deadline, Fee, SourceKind
from tests.unit.extract.documents import read_card

CARD = """<html><head><link rel="canonical" href="/cms/ru/services/forest/pass977_proba"></head><body>
<h1>Выдача билета на сбор клюквы</h1>
<p>Код услуги: 99900066</p>
<div class="info-block-horizontal"><p class="info-block-title">Срок оказания услуги</p><p>2 рабочих дня.</p></div>
<div class="info-block-horizontal"><p class="info-block-title">Стоимость услуги</p><p>450 тенге 50 тиын.</p></div>
<div class="info-block-horizontal"><p class="info-block-title">Погода в лесу</p><p>Дождь.</p></div>
</body></html>"""


def test_blocks_give_statements_spoken_by_the_portal() -> None:
    found = extract_document(read_card(CARD))
    (mention,) = found.mentions
    assert (mention.name_ru, mention.codes) == (
        "Выдача билета на сбор клюквы",
        {"registry": "99900066", "egov": "pass977_proba"},
    )
    assert {item.source_kind for item in found.statements} == {SourceKind.PORTAL_CARD}
    values = {item.attribute: item.value for item in found.statements}
    term, fee = values[Attribute.DEADLINE], values[Attribute.FEE]
    assert isinstance(term, Deadline)
    assert isinstance(fee, Fee)
    assert (str(term.value), str(fee.amount)) == ("2", "450.5")


def test_a_block_of_an_unknown_kind_is_reported() -> None:
    found = extract_document(read_card(CARD))
    assert ["Погода в лесу" in issue.message for issue in found.issues] == [True]
