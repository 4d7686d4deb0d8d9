"""Bodies are packed for those who take them so."""

import gzip

import pytest
from starlette.requests import Request
from starlette.responses import Response

from kb.web.packing import packed

WORDS = "жұмыс күні " * 200


def send(accepted: str) -> Response:
    headers = [(b"accept-encoding", accepted.encode())] if accepted else []
    return packed(Request({"type": "http", "headers": headers}), Response(WORDS))


@pytest.mark.parametrize("accepted", ["gzip", "br;q=1.0, GZIP;q=0.5", "deflate, gzip, br"])
def test_packed_body_is_the_same_text_in_fewer_bytes(accepted: str) -> None:
    response = send(accepted)
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["vary"] == "Accept-Encoding"
    assert int(response.headers["content-length"]) == len(response.body) < len(WORDS)
    assert gzip.decompress(bytes(response.body)).decode() == WORDS


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; q=0.0", "identity, xgzip"])
def test_others_get_the_body_as_it_is(accepted: str) -> None:
    response = send(accepted)
    assert "content-encoding" not in response.headers
    assert response.headers["vary"] == "Accept-Encoding"
    assert bytes(response.body).decode() == WORDS
