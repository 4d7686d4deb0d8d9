"""Pages of the legal database adilet.zan.kz.

Markup as in a stored page of 2024: `div.container_alpha.slogan` with title, status and requisites,
`div.container_gamma.text` with the text in an `article`. An edition has its date in the address; its
history and its requisites stand on pages of their own.
"""

import re

from kb.read import Head
from scrapers.adilet.discovery import discover
from scrapers.adilet.page import read
from scrapers.adilet.passport import SOURCE

__all__ = ["SOURCE", "TRIAL", "accompanies", "discover", "read", "recognise"]

TRIAL = 30

_MARKS = re.compile(r"module_npaView|container_gamma text\b|adilet\.zan\.kz/(?:rus|kaz|eng)/docs/")
_ANCHORS = re.compile(r"<(?:p|h\d)\s[^<>]{0,500}\bid=\"z\d|<a\s[^<>]{0,500}\bname=\"z\d")
# The frame of a page with an act, also of one without anchors.
_FRAME = re.compile(r"class=\"container_alpha slogan\".*class=\"container_gamma text\b", re.DOTALL)
# The tab of the page that is open.
_BESIDE = re.compile(r"<li class=\"selected\">\s*<a href=\"[^\"]*/docs/\w+/(?:history|info)\"")


def recognise(head: Head) -> bool:
    """An HTML page with the database's markup and the anchors or the frame of its texts, or a page beside one."""
    if head.media_type != "text/html" or not _MARKS.search(head.text):
        return False
    return bool(_ANCHORS.search(head.text) or _FRAME.search(head.text)) or accompanies(head)


def accompanies(head: Head) -> bool:
    """True for the history and the requisites of an act."""
    return head.media_type == "text/html" and _BESIDE.search(head.text) is not None
