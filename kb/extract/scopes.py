"""Under what conditions a value holds, read from the words beside it."""

import re
from dataclasses import replace

from kb.extract.passage import Passage
from kb.extract.wording import coded_wording, wording
from kb.model import Scope, ScopeField

FILE = "scope"
UNNAMED = "unnamed"
CHANNELS_REACH = 90  # characters of a heading that names several channels beside each other
CASE_LIMIT = 400  # a condition longer than a long sentence is a slip of segmentation; the evidence still shows it all


def read_scope(passage: Passage, start: int, end: int) -> Scope:
    """The scope told by the folded span: channel, region and recipient by their codes, the whole as the case.

    A case that only names the channel, the region or the sentence's subject is not repeated as a case.
    """
    for match in wording(FILE, "restart").finditer(passage.plain, start, end):
        start = match.end()
    text = passage.plain[start:end]
    if not text.strip():
        return Scope()
    channel = _only(passage, start, text, "channels")
    region = _only(passage, start, text, "regions")
    recipient = _only(passage, start, _without_exceptions(text), "recipients")
    case = ScopeField(text=passage.words(start, end).strip(' ,;:-–—.(«"')[:CASE_LIMIT])
    if not case.text or not has_condition(text):
        return Scope(channel=channel, region=region, recipient=recipient)
    return Scope(case=case, channel=channel, region=region, recipient=recipient)


def read_heading_scope(passage: Passage, start: int, end: int) -> Scope:
    """The scope told by a heading of a list: one that names several channels restricts its items to them, in words."""
    scope = read_scope(passage, start, end)
    if scope.channel:
        return scope
    spans = [
        passage.whole_words(start + found.start(), start + found.end())
        for _, pattern in coded_wording(FILE, "channels")
        if (found := pattern.search(passage.plain[start:end]))
    ]
    first, last = min(spans, default=(0, 0))[0], max((last for _, last in spans), default=0)
    if not 0 < last - first <= CHANNELS_REACH:
        return scope
    return replace(scope, channel=ScopeField(text=passage.words(first, last)))


def payer_of(passage: Passage, start: int, end: int) -> ScopeField:
    """The recipients named by the folded span, by their code where it names one kind only."""
    known = _only(passage, start, passage.plain[start:end], "recipients")
    return ScopeField(code=known.code if known else None, text=passage.words(start, end)[:CASE_LIMIT])


def _without_exceptions(text: str) -> str:
    """The folded text with blanks in place of what it excepts, so that places stay."""
    return wording(FILE, "exceptions").sub(lambda found: " " * len(found[0]), text)


def _only(passage: Passage, start: int, text: str, table: str) -> ScopeField | None:
    """The one condition of a table that the text names; several at once (office or portal) restrict nothing."""
    found = {}
    for code, pattern in coded_wording(FILE, table):
        match = pattern.search(text)
        if match:
            found[code] = passage.words(*passage.whole_words(start + match.start(), start + match.end()))
    if UNNAMED in found:
        return ScopeField(text=found[UNNAMED])
    if len(found) != 1:
        return None
    code, words = next(iter(found.items()))
    return ScopeField(code=code, text=words)


def has_condition(text: str) -> bool:
    """Whether words are left once channel, region and the sentence's subject are taken away."""
    for table in ("channels", "regions"):
        for _, pattern in coded_wording(FILE, table):
            text = pattern.sub(" ", text)
    text = wording(FILE, "generic").sub(" ", text)
    return bool(re.search(r"\w{4,}", text))
