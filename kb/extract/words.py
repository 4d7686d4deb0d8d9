"""Values in words: who provides, in what form, with what result, for whom."""

import re
from collections.abc import Iterator

from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, load_wording, wording
from kb.model import Attribute, Statement, Text

FILE = "words"
EDGES = " \n:;.,-–—*"


def extract_provider(passage: Passage, segment: Segment) -> list[Statement]:
    """The body that a segment names as the provider; nothing when the sentence names none."""
    text = passage.plain[segment.start : segment.end]
    label = wording(FILE, "provider_label").match(text)
    opening = label or wording(FILE, "provider_opening").match(text)
    start = segment.start + (opening.end() if opening else 0) if segment.labelled else segment.start
    if not label and segment.body > start and passage.plain[segment.body - 1 : segment.body] == ":":
        start = segment.body
    end = segment.end
    closing = wording(FILE, "provider_closing").search(passage.plain[start:end])
    if closing and not label:
        end = start + closing.start()
    if wording(FILE, "not_a_provider").search(passage.plain[start:end]):
        return []
    return _state_text(passage, segment, Attribute.PROVIDER, start, end)


def extract_words(passage: Passage, segment: Segment, attribute: Attribute) -> list[Statement]:
    """The segment's value as it is printed."""
    return _state_text(passage, segment, attribute, segment.body, segment.end)


def extract_coded(passage: Passage, segment: Segment, attribute: Attribute, table: str) -> list[Statement]:
    """One statement for each code of a table that the segment names (forms, recipients)."""
    statements = []
    for code, start, end in _find_codes(passage, segment.body, segment.end, table):
        value = Text(text=passage.words(start, end), code=code)
        statements.append(passage.state(attribute, value, start, end, source_kind=segment.source_kind))
    return statements


def extract_served(passage: Passage, segment: Segment) -> list[Statement]:
    """Recipients in a sentence on the fee: those whom it says the service is given to. Rates and exemptions name who
    pays, not who may get the service."""
    text = passage.plain[segment.start : segment.end]
    if not wording(FILE, "given_to").search(text) or wording(FILE, "exempts").search(text):
        return []
    served = load_wording(FILE)["served"]
    recipients = extract_coded(passage, segment, Attribute.RECIPIENT, "recipients")
    return [one for one in recipients if isinstance(one.value, Text) and one.value.code in served]


def _find_codes(passage: Passage, start: int, end: int, table: str) -> Iterator[tuple[str, int, int]]:
    seen = set()
    for code, pattern in coded_wording(FILE, table):
        match = pattern.search(passage.plain, start, end)
        if match and code not in seen:
            seen.add(code)
            yield code, match.start(), match.end()


def _state_text(passage: Passage, segment: Segment, attribute: Attribute, start: int, end: int) -> list[Statement]:
    while start < end and passage.plain[start] in EDGES:
        start += 1
    while end > start and passage.plain[end - 1] in EDGES:
        end -= 1
    words = passage.words(start, end)
    if not re.search(r"\w{2}", words):
        return []
    return [passage.state(attribute, Text(text=words), start, end, source_kind=segment.source_kind)]
