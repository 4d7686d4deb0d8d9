"""One act that came by two sources: its values stand once in a card, its register is not lost. All is invented."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from kb.answer.values.merging import merge_equal
from kb.answer.values.selection import Choice
from kb.extract import extract_document
from kb.model import Attribute, Document, Language, Mention, Statement
from kb.resolve import ActHistory, date_statements, disputed, group_mentions
from kb.web.value_row import value_rows
from kb.web.words import words_in
from scrapers import Head, adilet, lawgit, recognise
from tests.examples.snapshots import snapshot_of

PLACE = "ministerial/103003000000-qriim/2031/0409-o-fonare-990070@0a1b2c3d"
ADDRESS = "https://adilet.zan.kz/rus/docs/V3100099070"
REQUISITES = (
    "Приказ Министра фонарей Республики Казахстан от 9 апреля 2031 года № 7. Зарегистрирован в Министерстве юстиции "
    "Республики Казахстан 20 апреля 2031 года № 99070"
)
SHEET = (
    f"act_code: '990070'\nrequisite: {REQUISITES}\ntitle: {{rus: О выдаче фонаря}}\nform: ПРИК\n"
    "approved_on: 2031-04-09\nversion_date: {rus: 2031-05-01}\n"
)
STANDARD = """<table><tr><td colspan="3">Перечень требований к государственной услуге «Выдача фонаря»</td></tr>
<tr><td>1</td><td>Наименование услугодателя</td><td>Фонарные отделы районов</td></tr>
<tr><td>2</td><td>Способы предоставления государственной услуги</td><td>Канцелярия отдела; портал egov.kz</td></tr>
<tr><td>3</td><td>Срок оказания государственной услуги</td><td>В течение 4 рабочих дней</td></tr>
<tr><td>4</td><td>Форма оказания государственной услуги</td><td>Электронная/бумажная</td></tr>
<tr><td>5</td><td>Результат оказания государственной услуги</td><td>Фонарь с паспортом</td></tr>
<tr><td>6</td><td>Размер оплаты</td><td><p>За выдачу фонаря - 2 МРП;</p>
<p>за выдачу дубликата - 10 % от ставки за выдачу.</p></td></tr>
<tr><td>7</td><td>Перечень документов, необходимых для оказания государственной услуги</td><td><p>1) заявление;</p>
<p>2) снимок улицы.</p></td></tr>
</table>"""
REGISTER = """<table><tr><td>№</td><td>Код</td><td>Наименование государственной услуги</td>
<td>Наименование услугодателя</td><td>Платность</td></tr>
<tr><td>1</td><td>99105001</td><td>Выдача фонаря</td><td>Фонарные отделы районов</td><td>Бесплатно</td></tr>
<tr><td>2</td><td>99105002</td><td>Покраска фонаря</td><td>Фонарные отделы районов</td><td>Платно</td></tr></table>"""
RULES = "1. Утвердить прилагаемое."
ANNEX = "Приложение к приказу"


def page_of(table: str, day: str = "") -> tuple[bytes, str]:
    body = (
        '<html><body><div class="container_alpha slogan"><h1>О выдаче фонаря</h1>'
        f'<span class="status status_upd"></span><p>{REQUISITES}.</p></div>'
        f'<div class="container_gamma text"><article><p id="z1">{RULES}</p><p>{ANNEX}</p>{table}</article></div>'
        "</body></html>"
    )
    return body.encode(), f"{ADDRESS}{day}"


def file_of(table: str) -> bytes:
    return f"# О выдаче фонаря\n\n{RULES}\n\n> *{ANNEX}*\n\n{table}\n".encode()


def from_lawgit(table: str) -> Document:
    body = file_of(table)
    snapshot = snapshot_of(body, document=f"{PLACE}/rus.md", media_type="text/markdown", source="lawgit")

    def sheets(pattern: str) -> Mapping[str, bytes]:
        del pattern
        return {f"{PLACE}/meta.yaml": SHEET.encode()}

    return lawgit.read(snapshot, body, sheets)


def from_adilet(table: str, day: str = "01.05.2031") -> Document:
    body, address = page_of(table, f"/{day}")
    snapshot = snapshot_of(body, document=address, media_type="text/html", source="adilet")
    return adilet.read(snapshot, body, lambda _: {})


def both(table: str, *, day: str = "01.05.2031") -> tuple[list[Mention], list[Statement]]:
    documents = [from_lawgit(table), from_adilet(table, day)]
    acts = [document.act for document in documents if document.act]
    editions = [document.edition for document in documents if document.edition]
    assert (len(acts), len(editions)) == (2, 2)
    found = [extract_document(document) for document in documents]
    statements = [statement for one in found for statement in one.statements]
    dated = date_statements(statements, ActHistory(acts, editions))
    return [mention for one in found for mention in one.mentions], list(dated)


def test_one_act_of_two_sources_is_one_act_with_one_service() -> None:
    mentions, statements = both(STANDARD)
    assert {statement.evidence.act for statement in statements} == {"V3100099070"}
    assert {statement.valid_from for statement in statements} == {dt.date(2031, 5, 1)}
    (group,) = group_mentions(mentions)
    assert len(mentions) == 2
    assert {mention.key for mention in mentions} == set(group.keys)


@pytest.mark.parametrize("attribute", ["provider", "channel", "deadline", "form", "result", "fee", "document"])
def test_a_value_of_both_sources_stands_once(attribute: str) -> None:
    statements = [one for one in both(STANDARD)[1] if one.attribute is Attribute(attribute)]
    day = dt.date(2031, 6, 1)
    rows = value_rows(statements, words_in(Language.RU), day=day)
    assert len(statements) == 2 * len(rows) > 0
    assert [len(row.links) for row in rows] == [2] * len(rows)
    assert disputed(statements, day=day) == frozenset()
    choices = [Choice(statement=one, concepts=0, words=0, excluded=False) for one in statements]
    assert [len(one.others) for one in merge_equal(choices, language=Language.RU)] == [1] * len(rows)


def test_a_value_that_a_newer_edition_repeats_stands_once_and_holds() -> None:
    statements = [one for one in both(STANDARD, day="01.08.2031")[1] if one.attribute is Attribute.DEADLINE]
    for day in (dt.date(2031, 6, 1), dt.date(2031, 9, 1)):
        (row,) = value_rows(statements, words_in(Language.RU), day=day)
        assert sorted(telling.in_force for telling in row.told) == [False, True]


@pytest.mark.parametrize("way", [from_lawgit, from_adilet])
def test_the_register_is_not_lost_whichever_way_it_came(way: Callable[[str], Document]) -> None:
    document = way(REGISTER)
    found = extract_document(document)
    assert document.layout == "register"
    assert [mention.key for mention in found.mentions] == ["registry/99105001", "registry/99105002"]
    assert document.act is not None
    assert {one.evidence.act for one in found.statements} == {document.act.id}
    assert "point-1" in {clause.id for clause in document.clauses}


def test_a_register_of_two_sources_has_each_service_once() -> None:
    mentions, statements = both(REGISTER)
    assert [group.keys for group in group_mentions(mentions)] == [("registry/99105001",), ("registry/99105002",)]
    paid = [one for one in statements if one.service == "registry/99105001" and one.attribute is Attribute.FEE]
    assert len(paid) == 2
    (row,) = value_rows(paid, words_in(Language.RU), day=dt.date(2031, 6, 1))
    assert len(row.links) == 2


def test_an_imported_register_is_given_to_its_own_source() -> None:
    table = f"<h1>Реестр государственных услуг</h1>{REGISTER}"
    page, address = page_of(table)
    for body, media_type, document in ((file_of(table), "text/markdown", "rus.md"), (page, "text/html", address)):
        assert recognise(Head.of(body, media_type=media_type, document=document)).SOURCE.id == "registry"
