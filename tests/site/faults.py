"""How hosts misbehave: each fault turns the right reply to a request into what is sent instead."""

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

from tests.site.page import HTML, Asked, Reply

Fault = Callable[[Asked, Reply], Reply]


def status(code: int, **headers: str) -> Fault:
    """This status without a page; header names with `_` for `-`: `status(429, Retry_After="3")`."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda *_: Reply(status=code, headers=told)


def unknown_clients_refused(text: str) -> Fault:
    """500 with a page of this text to who does not say in the User-Agent whom to reach."""

    def fault(asked: Asked, reply: Reply) -> Reply:
        if "(+" in asked.headers.get("user-agent", ""):
            return reply
        page = f"<!DOCTYPE html><html><head><title>500</title></head><body><p>{text}</p></body></html>"
        return Reply(status=500, headers={"Content-Type": HTML}, body=page.encode())

    return fault


def slow_body(*, pause: float, pieces: int, length: bool = True) -> Fault:
    """The body in pieces with `pause` seconds between; without `length` its end is the end of the connection."""
    return lambda _, reply: replace(reply, pieces=pieces, pause=pause, length=length)


def slow_headers(*, pause: float, lines: int) -> Fault:
    """So many lines of headers more, with `pause` seconds between."""
    told = {f"X-Filling-{number}": "x" for number in range(lines)}
    return lambda _, reply: replace(reply, headers={**reply.headers, **told}, slow_headers=pause)


def cut_body(after: int, *, chunked: bool = False) -> Fault:
    """The connection ends after so many bytes of a longer body."""
    return lambda _, reply: replace(reply, cut=after, chunked=chunked)


def cut_gzip(after: int) -> Fault:
    """A packed body that breaks off although it has the length that was told."""

    def fault(asked: Asked, reply: Reply) -> Reply:
        packed = gzip.compress(reply.body, mtime=0)[:after]
        return replace(reply, body=packed, headers={**reply.headers, "Content-Encoding": "gzip"})

    return fault


def packed(asked: Asked, reply: Reply) -> Reply:
    """The body packed as the client accepts it."""
    assert "gzip" in asked.headers.get("accept-encoding", "")
    return replace(
        reply, body=gzip.compress(reply.body, mtime=0), headers={**reply.headers, "Content-Encoding": "gzip"}
    )


def no_answer(asked: Asked, reply: Reply) -> Reply:
    """The connection ends without a word."""
    return replace(reply, drop=True)


def charset(sent: str, *, told: str | None) -> Fault:
    """The body in the encoding `sent`, the header says `told`, or nothing when None."""
    kind = "text/html" if told is None else f"text/html; charset={told}"
    return lambda _, reply: replace(
        reply, body=reply.body.decode().encode(sent, errors="xmlcharrefreplace"), headers={"Content-Type": kind}
    )


def gzip_bomb(size: int) -> Fault:
    """A small body that unpacks to `size` bytes."""
    bomb = gzip.compress(b"<p>" + b" " * size, mtime=0)
    return lambda *_: Reply(headers={"Content-Type": HTML, "Content-Encoding": "gzip"}, body=bomb)


def unasked_packing(asked: Asked, reply: Reply) -> Reply:
    """A packing that the client did not accept."""
    return replace(reply, headers={**reply.headers, "Content-Encoding": "br"})


def redirect(target: str, code: int = 302) -> Fault:
    """Sends the client elsewhere."""
    return lambda *_: Reply(status=code, headers={"Location": target})


def large_headers(size: int) -> Fault:
    """Headers of so many bytes, in pieces that pass one by one."""
    told = {f"X-Filling-{number}": "x" * 1000 for number in range(size // 1000)}
    return lambda _, reply: replace(reply, headers={**reply.headers, **told})


def moved_layout(asked: Asked, reply: Reply) -> Reply:
    """The same text, but every class and id has another name, as after a new design."""
    text = re.sub(rb"\b(class|id)=([\"'])", rb"\1=\2neu-", reply.body)
    return replace(reply, body=text)


def empty_index(asked: Asked, reply: Reply) -> Reply:
    """The page without its entries: no items of a feed, no rows, list items and links, no members of JSON lists."""
    if "json" in reply.headers.get("Content-Type", ""):
        return replace(reply, body=json.dumps(_emptied(json.loads(reply.body))).encode())
    text = re.sub(rb"<(item|li|tr|a)\b.*?</\1\s*>", b"", reply.body, flags=re.DOTALL)
    return replace(reply, body=text)


def changed_etag(asked: Asked, reply: Reply) -> Reply:
    """Another ETag at every request, though the page is the same."""
    return replace(reply, headers={**reply.headers, "ETag": f'"{uuid4().hex}"'})


def notice(title: str, text: str, *, markup: str = "") -> Fault:
    """A page with this title and text instead, under status 200."""
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body>{markup}<p>{text}</p></body></html>"
    )
    return lambda *_: Reply(headers={"Content-Type": HTML}, body=page.encode())


def _emptied(data: Any) -> Any:
    if isinstance(data, list):
        return []
    if isinstance(data, dict):
        return {key: _emptied(value) for key, value in data.items()}
    return data
