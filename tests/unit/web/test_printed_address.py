"""The address on paper, in letters and as a QR code."""

import re

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from kb.web.public_address import public_address
from kb.web.qr_code import qr_code


def request(host: str) -> Request:
    return Request(
        {
            "type": "http",
            "scheme": "http",
            "path": "/",
            "server": ("127.0.0.1", 80),
            "headers": [(b"host", host.encode())],
        }
    )


def test_the_setting_comes_before_the_host_of_the_request() -> None:
    assert (
        public_address(request("nest.example:8000"), "/services/a", base=None) == "http://nest.example:8000/services/a"
    )
    assert (
        public_address(request("x.invalid"), "/services/a", base="https://anyq.example")
        == "https://anyq.example/services/a"
    )


def test_an_address_that_nobody_could_type_is_refused() -> None:
    with pytest.raises(HTTPException) as refused:
        public_address(request("a" * 600), "/services/a", base=None)
    assert refused.value.status_code == 422


def squares(code) -> set[tuple[int, int]]:
    return {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", code.path)}


def test_code_has_its_quiet_zone_and_three_finders() -> None:
    code = qr_code("https://anyq.example/services/nest-1/plain")
    dark = squares(code)
    assert (code.size - 8 - 17) % 4 == 0  # a version of the standard has 17 + 4 n squares
    assert all(4 <= x < code.size - 4 and 4 <= y < code.size - 4 for x, y in dark)
    ring = {
        (x, y) for x in range(7) for y in range(7) if x in (0, 6) or y in (0, 6) or (x in (2, 3, 4) and y in (2, 3, 4))
    }
    for left, top in ((4, 4), (code.size - 11, 4), (4, code.size - 11)):
        assert {(x - left, y - top) for x, y in dark if 0 <= x - left < 7 and 0 <= y - top < 7} == ring


def test_other_addresses_have_other_codes() -> None:
    assert qr_code("https://anyq.example/1").path != qr_code("https://anyq.example/2").path


def test_what_fits_no_code_is_refused() -> None:
    with pytest.raises(ValueError, match="No QR Code"):
        qr_code("a" * 3000)
