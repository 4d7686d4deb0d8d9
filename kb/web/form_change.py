"""A change that a form of staff asks for: made, or told why it cannot be."""

from collections.abc import Callable

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from kb.store import StoreBusy
from kb.web.language_choice import page_language
from kb.web.words import words_in


def answer_change(
    request: Request,
    change: Callable[[], str],
    show: Callable[[str, int], Response],
    *,
    wrong: tuple[type[Exception], ...],
) -> Response:
    """Goes to the address that the change gives; where it cannot be made, `show` gives the page that says why, for its
    words and status: 503 while somebody else writes, 422 for what is `wrong`."""
    words = words_in(page_language(request))
    try:
        address = change()
    except StoreBusy:
        return show(words("queries.busy"), 503)
    except wrong as problem:
        return show(words("queries.wrong", problem=problem), 422)
    return RedirectResponse(address, 303)
