"""Pages of a card over time, between two days, and speaker by speaker."""

from collections.abc import Callable
from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kb.model import Card
from kb.pipeline import Registry
from kb.pipeline.card_difference import card_difference
from kb.pipeline.card_history import card_history
from kb.pipeline.side_by_side import compare_sides
from kb.pipeline.spoken_language import in_language
from kb.web.card_changes import change_views
from kb.web.history_view import history_views
from kb.web.language_choice import page_language
from kb.web.page_parameters import AsOf, FromDay, Name, ToDay
from kb.web.result_view import service_view
from kb.web.sides_view import side_views, speaker_names
from kb.web.templating import render_page
from kb.web.words import words_in

_SECOND_DAY = date.min + timedelta(days=1)  # the first that has a day before it


def create_card_router(registry: Registry, *, today: Callable[[], date]) -> APIRouter:
    """`/services/{id}/history`, `/services/{id}/difference` and `/services/{id}/sides`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/services/{name:path}/history")
    def history(request: Request, name: Name) -> Response:
        words, card = words_in(page_language(request)), registry.card(name)
        entries = card_history(card, today=today(), acts=registry.acts.of_card(card))
        return render_page(
            request, "card_history.html", service=service_view(card.service, words), sample=card.service.sample,
            attributes=history_views(
                in_language(entries, words.language, lambda one: one.statements), words, today=today()
            ),
        )  # fmt: skip

    @router.get("/services/{name:path}/difference")
    def difference(request: Request, name: Name, start: FromDay = None, end: ToDay = None) -> Response:
        words, card = words_in(page_language(request)), registry.card(name)
        days = _days_of(card)
        after = end or today()
        latest = next((day for day in reversed(days) if day <= after), after)
        before = start or max(latest, _SECOND_DAY) - timedelta(days=1)  # what the latest change was
        changes = card_difference(card, before, after, acts=registry.acts.of_card(card))
        return render_page(
            request, "card_difference.html", service=service_view(card.service, words), sample=card.service.sample,
            before=before, after=after, days=days, changes=change_views(
                in_language(changes, words.language, lambda one: (*one.before, *one.after)), words
            ),
        )  # fmt: skip

    @router.get("/services/{name:path}/sides")
    def sides(request: Request, name: Name, as_of: AsOf = None) -> Response:
        words, card = words_in(page_language(request)), registry.card(name)
        day = as_of or today()
        compared = compare_sides(card, day, acts=registry.acts.of_card(card), language=words.language)
        return render_page(
            request, "card_sides.html", service=service_view(card.service, words), sample=card.service.sample,
            day=day, as_of=as_of, speakers=speaker_names(compared, words), attributes=side_views(compared, words),
        )  # fmt: skip

    return router


def _days_of(card: Card) -> list[date]:
    """Days on which something of the card begins or ends, by time."""
    days = (day for one in card.statements for day in (one.valid_from, one.valid_to))
    return sorted({day for day in days if day and day > date.min})
