"""Pages for citizens: a service in plain words, and the same on one printed page."""

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kb.model import Language
from kb.pipeline import Registry
from kb.pipeline.dating import rule_card
from kb.web.appeal_view import general_rules
from kb.web.card_view import card_view, unconfirmed_since
from kb.web.language_choice import page_language
from kb.web.leaflet_lines import short_line
from kb.web.leaflet_view import leaflet_side
from kb.web.packing import packed
from kb.web.page_parameters import AsOf, Name
from kb.web.plain_view import plain_view
from kb.web.public_address import public_address
from kb.web.qr_code import qr_code
from kb.web.result_view import service_view
from kb.web.service_address import service_address
from kb.web.templating import render_page
from kb.web.words import words_in


def create_citizen_router(
    registry: Registry, *, today: Callable[[], date], address: str | None = None, reports: bool = False
) -> APIRouter:
    """`/services/{id}/plain` and `/services/{id}/leaflet`; `address` is the one that readers know of this server,
    `reports` tells that there is a form for papers that no list names."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/services/{name:path}/plain")
    def plain(request: Request, name: Name, as_of: AsOf = None) -> Response:
        words, card = words_in(page_language(request)), registry.card(name)
        day = as_of or today()
        rulings = rule_card(card, day, acts=registry.acts.of_card(card))
        page = render_page(
            request, "plain.html",
            service=service_view(card.service, words), sample=card.service.sample,
            sections=plain_view(card_view(card, words, day=day, rulings=rulings), words),
            rules=general_rules(registry, words, day=day),
            report_only=unconfirmed_since(card, day),
            address=service_address(card.service.id), dated=_dated(as_of),
            day=day, as_of=as_of, reports=reports,
        )  # fmt: skip
        return packed(request, page)

    @router.get("/services/{name:path}/leaflet")
    def leaflet(request: Request, name: Name, as_of: AsOf = None) -> Response:
        words, card = words_in(page_language(request)), registry.card(name)
        day = as_of or today()
        rulings = rule_card(card, day, acts=registry.acts.of_card(card))
        here = service_address(card.service.id)
        printed = public_address(request, f"{here}/plain", base=address)
        page = render_page(
            request, "leaflet.html",
            service=service_view(card.service, words), sample=card.service.sample,
            sides=[
                leaflet_side(
                    card, language, day=day, rulings=rulings,
                    rules=general_rules(registry, words_in(language), day=day),
                )
                for language in (Language.KK, Language.RU)
            ],
            report_only=unconfirmed_since(card, day),
            qr=qr_code(printed), printed=printed, short=short_line,
            address=here, dated=_dated(as_of), day=day,
            low_vision_media="screen",  # what is printed for others keeps to its page
        )  # fmt: skip
        return packed(request, page)

    return router


def _dated(as_of: date | None) -> str:
    return f"?as_of={as_of.isoformat()}" if as_of else ""
