"""Signs of pages that are no document: captchas, refusals, maintenance; wording in `data/page_signs.yaml`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from lxml import etree

from kb.collect.errors import CollectError
from kb.yaml_text import parse_yaml

# A page of more bytes is no notice, whatever it says; it also bounds the time of looking.
LARGEST_NOTICE = 512 * 1024

_UNSEEN = ("head", "script", "style", "template", "svg")


@dataclass(frozen=True, slots=True)
class _Sign:
    """All conditions must hold; an empty list is no condition."""

    code: str
    letters: int
    title: tuple[re.Pattern[str], ...]
    markup: tuple[re.Pattern[str], ...]
    text: tuple[re.Pattern[str], ...]


def notice_code(body: bytes) -> str | None:
    """`captcha_page`, `blocked_page` or `maintenance_page` when an HTML body is such a notice, else None."""
    if len(body) > LARGEST_NOTICE or not _is_html(body):
        return None
    markup = _decode(body)
    page = etree.fromstring(markup.encode(), etree.HTMLParser(encoding="utf-8"))
    if page is None:
        return None
    title, text = _title_and_text(page)
    for sign in _signs():
        if (
            len(text) <= sign.letters
            and _holds(sign.title, title)
            and _holds(sign.markup, markup)
            and _holds(sign.text, text)
        ):
            return sign.code
    return None


def _is_html(body: bytes) -> bool:
    """Whether it is written in tags; a feed or another XML file is not looked at."""
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<") and (b"<html" in start or not start.startswith(b"<?xml"))


def _holds(patterns: Sequence[re.Pattern[str]], place: str) -> bool:
    return not patterns or any(pattern.search(place) for pattern in patterns)


def _title_and_text(page: etree._Element) -> tuple[str, str]:
    """The title and the visible text, with single blanks."""
    title = page.findtext(".//title") or ""
    etree.strip_elements(page, etree.Comment, etree.ProcessingInstruction, *_UNSEEN, with_tail=False)
    return " ".join(title.split()), " ".join(" ".join(page.itertext()).split())


def _decode(body: bytes) -> str:
    """Notices of these hosts are UTF-8, or the Cyrillic page of Windows where they do not say so."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1251", errors="replace")


@cache
def _signs() -> tuple[_Sign, ...]:
    place = "kb/collect/data/page_signs.yaml"
    text = (files("kb.collect") / "data" / "page_signs.yaml").read_text(encoding="utf-8")
    try:
        table: dict[str, list[dict[str, Any]]] = parse_yaml(text)
        return tuple(_sign(code, entry) for code, entries in table.items() for entry in entries)
    except (yaml.YAMLError, KeyError, TypeError, re.error) as error:
        raise CollectError(f"{place} cannot be used ({error!r}); install the package again") from error


def _sign(code: str, entry: dict[str, Any]) -> _Sign:
    title, markup, text = (
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry.get(part, ()))
        for part in ("title", "markup", "text")
    )
    if not (title or markup or text):
        raise TypeError(f"a sign of {code} without a pattern")
    return _Sign(code, int(entry["letters"]), title, markup, text)
