"""What the rows of a register state; all services are invented."""

from kb.extract import Extraction, extract_document
from kb.model import Attribute, Channel, Fee, Mention, SourceKind, Statement, Text
from scrapers import registry
from tests.examples.snapshots import snapshot_of

HEADS = (
    "<tr><td>№</td><td>Код</td><td>Наименование государственной услуги</td><td>Сведения об услугополучателе</td>"
    "<td>Наименование органа, разрабатывающего подзаконный акт</td><td>Наименование услугодателя</td>"
    "<td>Организации, осуществляющие прием заявлений</td><td>Форма оказания</td><td>Платность/бесплатность</td></tr>"
)
SWINGS = (
    "<tr><td>1</td><td>99105001</td><td>Проверка качелей</td><td>Физические лица</td>"
    '<td rowspan="2">Министерство игр</td><td rowspan="2">Акиматы районов</td>'
    "<td>Государственная корпорация, портал</td><td>Электронная/бумажная</td><td>Бесплатно</td></tr>"
    "<tr><td>2</td><td>99105002</td><td>Осмотр горки</td><td>Юридические лица</td>"
    "<td>Канцелярия услугодателя</td><td>Бумажная</td><td>2 МРП</td></tr>"
)
SANDPIT = (
    '<tr><td rowspan="2">3</td><td rowspan="2">99105003</td><td>Выдача песка</td><td rowspan="2">Физические лица</td>'
    '<td rowspan="2">Министерство песка</td><td rowspan="2">Акимы сел</td><td rowspan="2">Портал</td>'
    '<td rowspan="2">Электронная</td><td>Бесплатно</td></tr><tr><td>Выдача ведра</td><td>Платно</td></tr>'
)


def extracted(rows: str) -> Extraction:
    body = f"# Реестр государственных услуг\n\n<table>{HEADS}{rows}</table>\n".encode()
    snapshot = snapshot_of(body, document="reestr.md", media_type="text/markdown", source="registry")
    return extract_document(registry.read(snapshot, body, lambda _: {}))


def mention(found: Extraction, code: str) -> Mention:
    return next(one for one in found.mentions if one.codes["registry"] == code)


def stated(found: Extraction, code: str, attribute: Attribute) -> list[Statement]:
    return [one for one in found.statements if one.service == f"registry/{code}" and one.attribute is attribute]


def words(statements: list[Statement]) -> list[str]:
    return [one.value.text for one in statements if isinstance(one.value, Text)]


def test_a_row_is_a_service_keyed_by_its_code() -> None:
    found = extracted(SWINGS)
    swings = mention(found, "99105001")
    assert (swings.key, swings.name_ru, swings.name_kk) == ("registry/99105001", "Проверка качелей", None)
    assert swings.evidence.quote == "Проверка качелей"
    assert {one.source_kind for one in found.statements} == {SourceKind.ACT}


def test_cells_give_channels_forms_and_fees() -> None:
    found = extracted(SWINGS)
    channels = [
        one.value.code.value for one in stated(found, "99105001", Attribute.CHANNEL) if isinstance(one.value, Channel)
    ]
    assert channels == ["state_corporation", "egov_portal"]
    forms = [one.value.code for one in stated(found, "99105001", Attribute.FORM) if isinstance(one.value, Text)]
    assert forms == ["electronic", "paper"]
    fees = [one.value for code in ("99105001", "99105002") for one in stated(found, code, Attribute.FEE)]
    assert [(fee.kind.value, fee.amount) for fee in fees if isinstance(fee, Fee)] == [("free", None), ("mrp", 2)]


def test_a_merged_cell_counts_for_every_service_it_spans_and_for_no_other() -> None:
    found = extracted(SWINGS + SANDPIT)
    for code in ("99105001", "99105002"):
        assert words(stated(found, code, Attribute.PROVIDER)) == ["Акиматы районов"]
        assert mention(found, code).owner == "Министерство игр"
    assert words(stated(found, "99105003", Attribute.PROVIDER)) == ["Акимы сел"]
    assert mention(found, "99105003").owner == "Министерство песка"


def test_the_evidence_of_a_merged_cell_is_the_cell_itself() -> None:
    (provider,) = stated(extracted(SWINGS), "99105002", Attribute.PROVIDER)
    assert provider.evidence.quote == "Акиматы районов"
    assert provider.evidence.clause == "register/row-99105001/provider"


def test_the_line_of_a_subservice_is_a_case_of_the_service() -> None:
    fees = stated(extracted(SANDPIT), "99105003", Attribute.FEE)
    cases = [
        (fee.value.kind.value, fee.scope.case and fee.scope.case.text) for fee in fees if isinstance(fee.value, Fee)
    ]
    assert cases == [("free", None), ("paid_unspecified", "Выдача ведра")]


def test_two_rows_with_one_code_stay_two_services() -> None:
    found = extracted(SWINGS.replace("99105002", "99105001"))
    assert [one.key for one in found.mentions] == ["registry/99105001", "registry/99105001~2"]
    assert [one.name_ru for one in found.mentions] == ["Проверка качелей", "Осмотр горки"]


def test_a_heading_of_a_life_situation_is_told_with_the_services_below_it() -> None:
    def heading(words: str) -> str:
        return f'<tr><td colspan="9">{words}</td></tr>'

    def told(*headings: str) -> list[str | None]:
        found = extracted("".join(heading(words) for words in headings) + SWINGS)
        return [one.life_situation for one in found.mentions]

    assert told("991. Двор", "99105. Игры на воздухе") == ["Игры на воздухе", "Игры на воздухе"]
    assert told("991. Двор") == [None, None]
    assert told("99104. Соседи") == [None, None]
    assert told("Игры на воздухе") == ["Игры на воздухе", "Игры на воздухе"]
    assert told() == [None, None]
