"""One invented act as a folder of a repository, a page and an answer of an interface: it is one act."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kb.model import Attribute, Language
from kb.pipeline import Home, Registry, build_base, import_paths
from kb.web.value_row import value_rows
from kb.web.words import words_in

BANK, CODE = "770014", "V3300077014"
DAY = date(2033, 5, 1)
TITLE = "Об утверждении стандарта государственной услуги «Выдача права на воздушный шар»"
TITLE_KK = "«Әуе шарына құқық беру» мемлекеттік көрсетілетін қызмет стандартын бекіту туралы"
REQUISITES = "Приказ Министра ветра Республики Казахстан от 11 апреля 2033 года № 7714"
ORDER = (
    "1. Утвердить прилагаемый стандарт государственной услуги «Выдача права на воздушный шар».",
    "2. Настоящий приказ вводится в действие со дня опубликования.",
)
APPROVED = ("Утвержден", "приказом Министра ветра", "Республики Казахстан", "от 11 апреля 2033 года № 7714")
STANDARD = "Стандарт государственной услуги «Выдача права на воздушный шар»"
POINTS = (
    "1. Государственная услуга «Выдача права на воздушный шар» (далее – государственная услуга).",
    "2. Государственная услуга оказывается метеостанциями (далее – услугодатель).",
    "3. Срок оказания государственной услуги – 4 (четыре) рабочих дня.",
    "4. Государственная услуга оказывается бесплатно.",
)


def repository(folder: Path) -> Path:
    act = folder / "2033" / f"0411-o-standarte-{BANK}"
    act.mkdir(parents=True)
    (act / "meta.yaml").write_text(
        f"act_code: '{BANK}'\nrequisite: {REQUISITES}\ntitle:\n  rus: {TITLE}\n  kaz: {TITLE_KK}\n"
        f"form: ПРИК\napproved_on: 2033-04-11\nversion_date:\n  rus: {DAY}\n",
        encoding="utf-8",
    )
    lines = [f"# {TITLE}", *ORDER, "\n".join(f"> *{line}*  " for line in APPROVED), f"## {STANDARD}", *POINTS]
    (act / "rus.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return folder


def page(folder: Path) -> Path:
    body = [f"<p>{line}</p>" for line in ORDER]
    body += [f"<table><tr><td></td><td><p>{'<br>'.join(APPROVED)}</p></td></tr></table>", f"<h3>{STANDARD}</h3>"]
    body += [f"<p>{line}</p>" for line in POINTS]
    path = folder / f"{CODE}.html"
    path.write_text(
        f'<!DOCTYPE html><html lang="ru"><head><title>{TITLE} - ИПС "Әділет"</title></head><body>'
        f'<div class="container_alpha slogan"><h1>{TITLE}</h1><span class="status status_new">Новый</span>'
        f'<p>{REQUISITES}.</p></div><ul><li class="selected"><a href="https://adilet.zan.kz/rus/docs/{CODE}">'
        f'Текст</a></li></ul><div class="container_gamma text text_new"><div class="gs_12"><article>'
        f"{''.join(body)}</article></div></div></body></html>",
        encoding="utf-8",
    )
    return path


def answer(folder: Path) -> Path:
    texts = [("title", TITLE), *(("text", line) for line in ORDER), ("text", " ".join(APPROVED))]
    texts += [("heading", STANDARD), *(("text", line) for line in POINTS)]
    content = [{"id": "0", "type": "doc", "level": 1, "properties": []}]
    content += [
        {"id": str(number), "type": kind, "level": 2, "text": text, "properties": []}
        for number, (kind, text) in enumerate(texts, 1)
    ]
    metadata = {
        "title": {"rus": TITLE, "kaz": TITLE_KK}, "requisites": {"rus": REQUISITES},
        "stateAgencyApprovalDate": "2033-04-11", "status": "new", "actTypes": ["ПРИК"],
    }  # fmt: skip
    version = {"language": "rus", "versionDate": DAY.isoformat(), "metadata": metadata}
    path = folder / f"{BANK}.json"
    whole = {"id": BANK, "code": BANK, "ngr": CODE, "version": version, "content": content}
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    folder = tmp_path_factory.mktemp("sources")
    home = Home(folder=folder / "home")
    for path in (repository(folder / "repository"), page(folder), answer(folder)):
        assert import_paths(home, [path]).failures == ()
    assert build_base(home).failures == ()
    registry = Registry(home, today=lambda: date(2034, 1, 1))
    yield registry
    registry.close()


def test_every_source_told_of_it(registry: Registry) -> None:
    told = {one.snapshot.source for one in registry.act(CODE).editions}
    assert told == {"lawgit", "adilet", "zan"}


@pytest.mark.parametrize("name", [CODE, f"zan:{BANK}"])
def test_either_code_leads_to_the_same_act(registry: Registry, name: str) -> None:
    act = registry.act(name).act
    assert act.id == CODE
    assert set(act.ids) == {CODE, f"zan:{BANK}"}
    assert (act.title_kk, act.title_ru) == (TITLE_KK, TITLE)
    assert [one.id for one in registry.acts.listed()] == [CODE]


@pytest.mark.parametrize("name", [CODE, f"zan:{BANK}"])
def test_there_is_one_list_of_editions(registry: Registry, name: str) -> None:
    found = [(one.date, one.language, len(one.documents)) for one in registry.acts.editions(name)]
    assert found == [(DAY, Language.RU, 1)]


def test_a_card_shows_each_value_once_with_all_who_tell_it(registry: Registry) -> None:
    (service,) = registry.all_services()
    statements = registry.card(service.id).statements
    assert len({one.id for one in statements}) == len(statements)
    for attribute in (Attribute.DEADLINE, Attribute.FEE, Attribute.PROVIDER):
        told = [one for one in statements if one.attribute is attribute]
        assert {one.evidence.act for one in told} == {CODE}
        (row,) = value_rows(told, words_in(Language.RU), day=date(2034, 1, 1))
        assert len(row.links) == len({one.evidence.snapshot for one in told}) == 3
