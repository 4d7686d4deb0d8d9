"""Answers of the programming interface of zan.gov.kz, and records made from them.

Shapes as in public code of 2026: an answer has `ngr`, `version.metadata` and `content` blocks
(type, level, text, with an `html` property where the text has layout); a record has `code`,
`requisites` and a flat `text`. A long act comes in several answers, of which the first begins
with a block `doc`.
"""

import re

from kb.read import Head
from scrapers.zan.body import read
from scrapers.zan.discovery import discover
from scrapers.zan.passport import SOURCE
from scrapers.zan.record import KEYS

__all__ = ["SOURCE", "TRIAL", "accompanies", "discover", "read", "recognise"]

TRIAL = 40

_ANSWER = ("ngr", "version", "content")
# A long text pushes the other keys of a record out of the head.
_RECORD_KIND = re.compile(r'"_type"\s*:\s*"legislation"')
_FIRST_BLOCK = re.compile(r'"content"\s*:\s*\[\s*\{[^{}\[\]]*"type"\s*:\s*"(\w+)"')


def recognise(head: Head) -> bool:
    """A JSON object with the keys of an answer or of a record."""
    if head.media_type != "application/json" or not head.text.lstrip("\ufeff \n\t").startswith("{"):
        return False
    keys = set(re.findall(r'"(\w+)"\s*:', head.text))
    if keys.issuperset(_ANSWER) or keys.issuperset(KEYS):
        return True
    return "text" in keys and _RECORD_KIND.search(head.text) is not None


def accompanies(head: Head) -> bool:
    """True for a further page of an act: its content goes on where the page before ended."""
    first = _FIRST_BLOCK.search(head.text) if head.media_type == "application/json" else None
    return first is not None and first[1] != "doc"
