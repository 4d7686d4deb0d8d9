"""What an act calls its service, and the codes that a page prints."""

import hashlib
import re
from collections.abc import Iterable, Sequence

from kb.extract.passage import Passage
from kb.extract.wording import coded_wording, wording
from kb.model import Document
from kb.model.act import Clause, ClauseKind
from kb.text import fold, fold_kazakh, fold_plain

MARKUP = re.compile(r"<[^<>]*>|&quot;")
FOOTNOTE_MARK = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰*]")
NEAREST_HEADINGS = 3  # the title of an annex, its heading and a note may stand between the name and the table
QUOTES = '«»"“”„ \n'
BEFORE_TABLE = 600  # the title of a table stands in its first row or right above it
LONGEST_HEAD = 2000  # with the names of many sub-services between both; the longest in the real acts has 1,000


def is_standard_heading(document: Document, heading: Clause) -> bool:
    """Whether a heading calls what follows the standard of a service."""
    label = heading.label or document.text[heading.start : heading.end].split("\n")[0]
    return bool(wording("act", "standard_heading").search(fold_plain(label)))


def find_name(document: Document, passages: Sequence[Passage]) -> tuple[str | None, int, int]:
    """The service's name and where it stands: in a row that gives it, in a heading that holds the table or
    above it, or in the act's title. The place is that of the table when no name is found."""
    first = min(passage.start for passage in passages)
    for start, end in _places(document, passages, first):
        found = _quoted_name(document.text[start:end])
        if found:
            return _clean(document.text[start + found[0] : start + found[1]]), start + found[0], start + found[1]
    for passage in passages:
        if passage.topic == "name":
            end = _first_sentence(document.text, passage.start, passage.end)
            return _clean(document.text[passage.start : end]), passage.start, end
    title = _title(document)
    if title:
        found = _quoted_name(title)
        if found:
            return _clean(title[found[0] : found[1]]), first, passages[0].end
    start = _head_start(document, first)
    if found := _quoted_name(document.text[start:first]):
        return _clean(document.text[start + found[0] : start + found[1]]), start + found[0], start + found[1]
    return None, first, passages[0].end


def document_key(document: Document) -> str:
    """What the services of a document are keyed by: its act, or else its place in its source, so that a changed
    number in the text changes no id."""
    if document.act:
        return document.act.id
    place = hashlib.sha256(document.snapshot.document.encode()).hexdigest()[:12]
    return f"{document.snapshot.source}:{place}"


def plain_words(name: str) -> str:
    """A name in one line, without stress and the marks of footnotes."""
    return " ".join(FOOTNOTE_MARK.sub("", name).split())


def find_codes(document: Document, start: int, end: int) -> dict[str, str]:
    """Registry and portal codes printed in `text[start:end]`; a scheme with several codes there gives none."""
    text = fold_plain(document.text[start:end])
    codes = {}
    for scheme, pattern in coded_wording("act", "codes"):
        found = {group for match in pattern.finditer(text) for group in match.groups() if group}
        if len(found) == 1:
            codes[scheme] = found.pop()
    return codes


def _places(document: Document, passages: Sequence[Passage], first: int) -> Iterable[tuple[int, int]]:
    for passage in passages:
        if passage.topic == "name":
            yield passage.start, passage.end
    yield max(0, first - BEFORE_TABLE), first
    above = [clause for clause in document.clauses if clause.kind is ClauseKind.HEADING and clause.start < first]
    for clause in reversed(above[-NEAREST_HEADINGS:]):
        line = document.text.find("\n", clause.start)
        yield clause.start, min(clause.end, line if line > 0 else clause.end)


def _head_start(document: Document, first: int) -> int:
    """Where the head of a table may begin: behind the rows of the table before it."""
    rows = [clause.end for clause in document.clauses if clause.kind is ClauseKind.ROW and clause.end <= first]
    return max([0, first - LONGEST_HEAD, *rows])


def _quoted_name(text: str) -> tuple[int, int] | None:
    """The last quoted name of a text: the one nearest to the table."""
    folding = fold(MARKUP.sub(_blank, text))
    found = None
    for match in wording("act", "names").finditer(fold_kazakh(folding.text)):
        group = next(number for number, value in enumerate(match.groups(), start=1) if value)
        found = folding.span(*match.span(group))
    return found


def _first_sentence(text: str, start: int, end: int) -> int:
    match = re.compile(r"[\n;]|\.\s").search(text, start, end)
    return match.start() if match and text[start : match.start()].strip() else end


def _title(document: Document) -> str | None:
    if document.act is not None:
        return document.act.title_kk if document.language.value == "kk" else document.act.title_ru
    return document.title


def _clean(name: str) -> str:
    return plain_words(MARKUP.sub(" ", name)).strip(QUOTES)


def _blank(markup: re.Match[str]) -> str:
    """Markup of the same length that no pattern trips over; an entity of a quotation mark becomes a mark on the
    side of the quoted words."""
    blanks = " " * (len(markup.group()) - 1)
    if not markup.group().startswith("&"):
        return blanks + " "
    before = markup.string[: markup.start()]
    return blanks + '"' if not before or before[-1] in " \n>(" else '"' + blanks
