"""HTTP heads of an exchange as a WARC record holds them, and back."""

from http import HTTPStatus
from urllib.parse import quote, urlsplit

from warcio.statusandheaders import StatusAndHeaders

from kb.collect.exchange import Exchange, Headers

# The archived body is the unpacked one. Under its own name such a header would make a reader unpack it again; this
# prefix for what was received is the custom of web archives.
_ORIGINAL = "X-Archive-Orig-"
_OF_TRANSFER = {"content-encoding", "transfer-encoding", "content-length"}


def request_head(exchange: Exchange) -> StatusAndHeaders:
    """What was asked."""
    parts = urlsplit(exchange.final_url)
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?") if parts.query else ""
    )
    line = f"{_one_line(exchange.method)} {target} HTTP/1.1"
    headers = _clean(exchange.request_headers)
    if not any(name.lower() == "host" for name, _ in headers):
        headers.insert(0, ("Host", parts.netloc.rpartition("@")[2]))
    return StatusAndHeaders(line, headers, is_http_request=True)


def response_head(exchange: Exchange, *, length: int | None) -> StatusAndHeaders:
    """The answer's head for a body of `length` bytes as they are archived, None where the body is not."""
    headers = []
    told = False
    for name, value in _clean(exchange.headers):
        if name.lower() == "content-length" and length is not None and value.strip() == str(length) and not told:
            told = True
            headers.append((name, value))
        elif name.lower() in _OF_TRANSFER:
            headers.append((_ORIGINAL + name, value))
        else:
            headers.append((name, value))
    if length is not None and not told:
        headers.append(("Content-Length", str(length)))
    return StatusAndHeaders(f"{exchange.status} {_phrase(exchange.status)}", headers, protocol="HTTP/1.1")


def headers_of(head: StatusAndHeaders | None) -> Headers:
    """The headers of a record's HTTP head, in order."""
    return tuple((str(name), str(value)) for name, value in head.headers) if head else ()


def status_of(head: StatusAndHeaders | None) -> int | None:
    """The status of a record's HTTP head; None without one."""
    code = str(head.get_statuscode()) if head else ""
    return int(code) if code.isdigit() else None


def _clean(headers: Headers) -> list[tuple[str, str]]:
    return [(_one_line(name), _one_line(value)) for name, value in headers]


def _one_line(text: str) -> str:
    """No header of a host may begin another header of the record."""
    return " ".join(text.replace("\0", " ").splitlines())


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
