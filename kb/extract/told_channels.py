"""Where a service is asked for and given, as a report tells it outside the general information."""

from collections.abc import Iterable, Iterator

from kb.extract.passage import Passage
from kb.extract.segment import Segment, read_segments
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Channel, ChannelCode, SourceKind, Statement

FILE = "told_channel"
REACH = 50  # what was done at a place stands some five words behind it


def extract_told_channels(passages: Iterable[Passage]) -> list[Statement]:
    """The channels that people, bodies and contact centres tell of, each under its speaker; what is wished for or
    planned is none."""
    found: list[Statement] = []
    for passage in passages:
        quoted = [match.span() for match in wording("narrative", "quoted").finditer(passage.plain)]
        for sentence in read_segments(passage):
            for start, end in _parts(passage, sentence):
                found.extend(_read_part(passage, start, end, quoted))
    return found


def extract_listed_channels(passages: Iterable[Passage]) -> list[Statement]:
    """The channels of the general information that a list names, though brackets behind say that they do not serve:
    the list speaks for the standard, the brackets tell the practice."""
    return [
        passage.state(Attribute.CHANNEL, Channel(code=ChannelCode(code)), *passage.whole_words(*match.span()))
        for passage in passages
        for code, pattern in coded_wording(FILE, "listed")
        for match in pattern.finditer(passage.plain)
    ]


def _parts(passage: Passage, sentence: Segment) -> Iterator[tuple[int, int]]:
    start = sentence.start
    for border in wording(FILE, "part").finditer(passage.plain, sentence.start, sentence.end):
        yield start, border.end()
        start = border.end()
    yield start, sentence.end


def _read_part(passage: Passage, start: int, end: int, quoted: list[tuple[int, int]]) -> Iterator[Statement]:
    if wording(FILE, "not_told").search(passage.plain, start, end):
        return
    for key in ("offered", "denied"):
        for code, pattern in coded_wording(FILE, key):
            match = pattern.search(passage.plain, start, end)
            span = match.span() if match else _used(passage, start, end, code) if key == "offered" else None
            if span is None:
                continue
            place = passage.whole_words(*span)
            if key == "denied" and _is_explained(passage, place, quoted):
                continue
            only = key == "offered" and wording(FILE, "only").search(passage.plain, *place) is not None
            yield passage.state(
                Attribute.CHANNEL,
                Channel(code=ChannelCode(code), offered=key == "offered", only=only),
                *place,
                source_kind=_speaker(passage, start, end, place, quoted),
            )


def _used(passage: Passage, start: int, end: int, code: str) -> tuple[int, int] | None:
    """A place of the channel with what was done there behind it, in a part that tells of what was asked for."""
    pattern = dict(coded_wording(FILE, "place")).get(code)
    at = pattern.search(passage.plain, start, end) if pattern else None
    if at is None or not wording(FILE, "asked_for").search(passage.plain, start, end):
        return None
    done = wording(FILE, "done").search(passage.plain, at.end(), min(end, at.end() + REACH))
    return (at.start(), done.end()) if done else None


def _is_explained(passage: Passage, place: tuple[int, int], quoted: list[tuple[int, int]]) -> bool:
    """Whether the report itself says behind a denial why people take it so, which leaves the channel open."""
    behind = wording(FILE, "explained").match(passage.plain, place[1])
    return behind is not None and not any(first <= place[0] and place[1] <= last for first, last in quoted)


def _speaker(
    passage: Passage, start: int, end: int, place: tuple[int, int], quoted: list[tuple[int, int]]
) -> SourceKind:
    """People speak inside quotation marks, contact centres where they answer; else the standard that the part names."""
    if any(first <= place[0] and place[1] <= last for first, last in quoted):
        return SourceKind.PRACTICE
    answered = wording(FILE, "answered").search(passage.plain, place[1], end)
    if answered and wording(FILE, "contact_centre").search(passage.plain, 0, end):
        return SourceKind.CONTACT_CENTRE
    if wording(FILE, "standard").search(passage.plain, start, end):
        return SourceKind.STANDARD
    return SourceKind.PRACTICE
