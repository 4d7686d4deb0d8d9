"""The pages for citizens, over the samples and over a service with endless lists."""

import io
from dataclasses import replace
from urllib.parse import quote

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from kb.model import Attribute, RequiredDocument, Text
from tests.web.memory_base import MemoryRegistry
from tests.web.memory_texts import CARD, KK_ACT, NEST, RU_ACT, STATEMENTS

LOOKS = {
    "light": "theme=light&vision=normal",
    "dark": "theme=dark&vision=normal",
    "low vision": "theme=light&vision=low",
    "low vision in the dark": "theme=dark&vision=low",
}
A4_POINTS = (595, 842)
SERVICE_PAGES = ("plain", "leaflet", "unlisted")


def looking(path: str, look: str) -> str:
    """The address of a page in a look."""
    return f"{path}{'&' if '?' in path else '?'}{LOOKS[look]}"


def service_paths(page: Page, site: str) -> list[str]:
    """The cards of all services of a site."""
    items = page.request.get(f"{site}/v1/services").json()["items"]
    assert items
    return [f"/services/{quote(one['id'])}" for one in items]


def tab_to(page: Page, selector: str) -> None:
    """Goes on with the Tab key until what the selector names has the focus; fails where it is not to be reached."""
    for _ in range(150):
        if page.evaluate("([selector]) => document.activeElement.matches(selector)", [selector]):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector}")


def follow(page: Page) -> None:
    """Presses Enter on a link or in a form and waits for the next page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def printed(page: Page) -> tuple[list[PageObject], str]:
    """The pages that the browser prints, and their words without blanks."""
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    sizes = {(round(one.mediabox.width), round(one.mediabox.height)) for one in pages}
    assert sizes == {A4_POINTS}
    return list(pages), "".join("".join(one.extract_text() for one in pages).split())


class EndlessLists(MemoryRegistry):
    """A base with a service of three hundred papers and two hundred grounds of refusal, in both languages."""

    def card(self, name):
        card = super().card(name)
        if card.service is not NEST:
            return card
        papers = [self._listed(number, Attribute.DOCUMENT, RequiredDocument) for number in range(300)]
        grounds = [self._listed(number, Attribute.REFUSAL_GROUND, Text) for number in range(200)]
        return replace(CARD, statements=(*STATEMENTS, *papers, *grounds))

    def _listed(self, number, attribute, kind):
        kazakh, russian = (KK_ACT, "орман анықтамасы", "жеке куәлік"), (RU_ACT, "лесная справка", "схема")
        source, name, cited = russian if number % 2 else kazakh
        text = f"{name} {number} " + "өте ұзақ атау " * (number % 20)
        return replace(STATEMENTS[8], attribute=attribute, value=kind(text=text), evidence=source.cite(cited))
