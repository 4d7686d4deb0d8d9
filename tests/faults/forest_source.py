"""A source invented for the tests of the chain: a list, pages in two languages, one link that is gone."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import scrapers
from kb.model import Document, ExpectedField, Language, Layout, Reach, Request, Snapshot, Source, SourceKind
from kb.read import Head, ReadError
from scrapers import Discovery, Related
from tests.site.site import Site

HOST = "https://forest.example"
PAGES = 12
SOURCE = Source(
    id="forest",
    publisher_kk="Орман порталы",
    publisher_ru="Лесной портал",
    urls=(HOST,),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    layout=Layout.UNVERIFIED,
    expected_documents=(2 * PAGES, 2 * PAGES + 4),
    expected_fields=(ExpectedField(attribute="deadline", minimum=0.9),),
    cadence_days=7,
    pace_seconds=0.0,
    daily_budget=100_000,
)
TRIAL = 999
TEXTS = {
    Language.KK: (
        "<html><head><title>Шатыр қағидалары</title></head><body><p>Орманда шатыр тігу қағидаларына 1-қосымша</p>"
        "<p>«Орманда {n}-орынды шатыр тігуге рұқсат беру» мемлекеттік қызмет көрсетуге қойылатын негізгі талаптардың "
        "тізбесі</p><table>"
        "<tr><td>1</td><td>Көрсетілетін қызметті берушінің атауы</td><td>Облыстық орман басқармасы</td></tr>"
        "<tr><td>2</td><td>Мемлекеттік қызметті ұсыну тәсілдері</td><td>«электрондық үкімет» порталы</td></tr>"
        "<tr><td>3</td><td>Мемлекеттік қызметті көрсету мерзімі</td><td>{n} жұмыс күні ішінде беріледі</td></tr>"
        "<tr><td>4</td><td>Мемлекеттік қызмет көрсету нәтижесі</td><td>шатыр тігуге рұқсат немесе бас тарту</td></tr>"
        "</table></body></html>"
    ),
    Language.RU: (
        "<html><head><title>Правила шатра</title></head><body><p>Приложение 1 к Правилам установки шатра в лесу</p>"
        "<p>Перечень основных требований к оказанию государственной услуги «Выдача разрешения на {n}-местный шатёр в "
        "лесу»</p><table>"
        "<tr><td>1</td><td>Наименование услугодателя</td><td>Областное управление леса</td></tr>"
        "<tr><td>2</td><td>Способы предоставления государственной услуги</td><td>портал «электронного правительства»"
        "</td></tr>"
        "<tr><td>3</td><td>Срок оказания государственной услуги</td><td>{n} рабочих дней со дня обращения</td></tr>"
        "<tr><td>4</td><td>Результат оказания государственной услуги</td><td>разрешение на шатёр либо отказ</td></tr>"
        "</table></body></html>"
    ),
}


def recognise(_head: Head) -> bool:
    """Nothing is told by content."""
    return False


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """As a document of no particular shape."""
    return scrapers.discover()["documents"].read(snapshot, body, related)


def discover(_reach: Reach) -> Discovery:
    """The list, then every page in both languages."""
    listed = yield Request(url=f"{HOST}/list", listing=True)
    names = listed.body.decode().split() if listed else []
    if not names or not all(name.isalnum() for name in names):
        raise ReadError(f"{HOST}/list: one name of a page a line expected")
    for name in names:
        for language in (Language.KK, Language.RU):
            yield Request(url=f"{HOST}/{language.value}/{name}", language=language)


def plant(site: Site) -> None:
    """Puts the pages on the site; the last name of the list leads to nothing."""
    names = [f"p{number}" for number in range(1, PAGES + 1)]
    site.put(f"{HOST}/list", "\n".join([*names, "gone"]), type="text/plain; charset=utf-8")
    for number, name in enumerate(names, start=1):
        for language, text in TEXTS.items():
            site.put(f"{HOST}/{language.value}/{name}", text.replace("{n}", str(number)))


@contextmanager
def known() -> Iterator[None]:
    """The source is among those that are found at run time."""
    found = {**scrapers.discover(), SOURCE.id: sys.modules[__name__]}
    with patch.object(scrapers, "discover", lambda: found):
        yield
