"""The page of a service: its card, with what people reported beside it."""

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kb.model.access import Work
from kb.pipeline import Registry
from kb.pipeline.dating import rule_card
from kb.web.card_acts import card_acts
from kb.web.card_view import card_view, unconfirmed_since
from kb.web.finding_pages import finding_count
from kb.web.glance import glance
from kb.web.language_choice import page_language
from kb.web.page_parameters import AsOf, Name
from kb.web.practice.live_form import service_form
from kb.web.practice.practice_view import practice_view
from kb.web.result_view import service_view
from kb.web.review_view import card_decisions
from kb.web.staff_access import OWN_REFERRER, StaffDoor
from kb.web.survey_chart import survey_view
from kb.web.templating import render_page
from kb.web.words import words_in


def create_card_page_router(registry: Registry, *, today: Callable[[], date], door: StaffDoor | None) -> APIRouter:
    """`/services/{id}`; its path is shorter than those of the card's other pages, which are declared before it."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/services/{name:path}")
    def card(request: Request, name: Name, as_of: AsOf = None) -> Response:
        words = words_in(page_language(request))
        shown = registry.card(name)
        day = as_of or today()
        acts = registry.acts.of_card(shown)
        rulings = rule_card(shown, day, acts=acts)
        views = card_view(shown, words, day=day, rulings=rulings)
        page = render_page(
            request,
            "card.html",
            service=service_view(shown.service, words),
            ids=shown.service.ids or (shown.service.id,),
            attributes=views,
            glance=glance(views, words),
            survey=survey_view(shown.survey, words),
            report_only=unconfirmed_since(shown, day),
            decisions=card_decisions(shown, words, staff=door is not None and door.visitor(request).may(Work.REVIEW)),
            findings=finding_count(registry, shown.service),
            acts=card_acts(acts, words, as_of=as_of),
            practice=practice_view(registry.practice.of_service(shown, rulings, day=day), views, words),
            live=service_form(request, door.visitor(request), shown.service.id, words) if door else None,
            day=day,
            as_of=as_of,
            sample=shown.service.sample,
        )
        page.headers.update(OWN_REFERRER)
        return page

    return router
