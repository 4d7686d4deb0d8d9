"""Which pages hold the register: its act in both languages."""

from kb.model import Language, Reach, Request
from kb.read import ReadError
from scrapers._contract import Discovery, within_limit
from scrapers.registry.page import read_page

# The register in force since 2020, by its code in the legal database.
ACT = "V2000019982"
_TAGS = {Language.RU: "rus", Language.KK: "kaz"}


def discover(reach: Reach) -> Discovery:
    """The act that is the register, in both languages; `reach.only` names another act by its code.

    Raises ReadError when a page of it has no table: an outline or a notice stands in place of the register.
    """
    return within_limit(_requests(reach), reach)


def _requests(reach: Reach) -> Discovery:
    for act in reach.only or (ACT,):
        for language, tag in _TAGS.items():
            address = f"https://adilet.zan.kz/{tag}/docs/{act}"
            fetched = yield Request(url=address, language=language)
            if fetched is None:
                continue
            page = read_page(fetched.body, fetched.snapshot.media_type, document=address)
            if not any(block.cells for block in page.reading.blocks):
                raise ReadError(f"{address}: no table on the page; expected the act with the register of services")
