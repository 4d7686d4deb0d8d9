"""What a visitor chose stands in the address or the cookie; what is unknown counts as none."""

import pytest
from starlette.requests import Request
from starlette.responses import Response

from kb.web.look import Theme, Vision, page_look, remember_look


def request(query: str = "", cookie: str = "") -> Request:
    headers = [(b"cookie", cookie.encode())] if cookie else []
    return Request(
        {"type": "http", "method": "GET", "path": "/services", "query_string": query.encode(), "headers": headers}
    )


@pytest.mark.parametrize(
    ("query", "cookie", "theme", "vision"),
    [
        ("", "", Theme.AUTO, Vision.NORMAL),
        ("theme=dark", "", Theme.DARK, Vision.NORMAL),
        ("", "anyq_theme=light; anyq_vision=low", Theme.LIGHT, Vision.LOW),
        ("theme=auto&vision=normal", "anyq_theme=dark; anyq_vision=low", Theme.AUTO, Vision.NORMAL),
        ("theme=pink&vision=", "anyq_theme=blue; anyq_vision=1", Theme.AUTO, Vision.NORMAL),
        ("theme=pink", "anyq_theme=dark", Theme.DARK, Vision.NORMAL),
    ],
)
def test_address_comes_before_cookie_and_unknown_codes_count_as_none(
    query: str, cookie: str, theme: Theme, vision: Vision
) -> None:
    look = page_look(request(query, cookie))
    assert (look.theme, look.vision) == (theme, vision)


def test_dark_sheet_is_for_screens_only() -> None:
    media = {one: page_look(request(f"theme={one}")).dark_media for one in Theme}
    assert media[Theme.LIGHT] is None
    assert media[Theme.DARK] == "screen"
    assert media[Theme.AUTO] == "screen and (prefers-color-scheme: dark)"


def test_other_looks_are_addresses_of_the_same_page() -> None:
    look = page_look(request("text=a%26b&vision=low"))
    assert look.other_vision == "/services?text=a%26b&vision=normal"
    assert dict(look.themes)[Theme.DARK] == "/services?text=a%26b&vision=low&theme=dark"


def test_only_a_known_choice_is_kept() -> None:
    response = Response()
    remember_look(request("theme=dark&vision=best"), response)
    kept = [value.decode() for name, value in response.raw_headers if name == b"set-cookie"]
    assert len(kept) == 1
    assert kept[0].startswith("anyq_theme=dark;")
    assert "HttpOnly" in kept[0]
