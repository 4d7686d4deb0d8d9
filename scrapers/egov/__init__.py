"""Service cards of the portal egov.kz: pages, and lists of cards as CSV.

The list was checked against real data (161 cards, block "result"); the page follows the block names
that public code of 2025 relies on (`.info-block-horizontal`) and is unverified.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from bs4 import Tag

from kb.model import (
    Block,
    BlockKind,
    Clause,
    ClauseKind,
    Document,
    Issue,
    Language,
    Layout,
    Severity,
    Snapshot,
    Source,
    SourceKind,
)
from kb.read import (
    ClauseTree,
    Head,
    ReadError,
    Reading,
    TextBuilder,
    add_html,
    at_least_one,
    at_most_one,
    decode_body,
    line_kind,
    load_csv,
    only,
    parse_page,
    words_in,
)
from kb.text import fold, identify_language
from scrapers._contract import Related

TRIAL = 50
SOURCE = Source(
    id="egov",
    publisher_kk="«Электрондық үкімет» порталы",
    publisher_ru="Портал «электронного правительства»",
    urls=("https://egov.kz/cms",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.PORTAL_CARD,
    layout=Layout.UNVERIFIED,
)

_BLOCK = ".info-block-horizontal"
_TITLES = ".info-block-title, h2, h3, h4, h5, dt, strong, b"
_LINK = re.compile(r"/cms/(?:ru|kk|kz|en)/(?:[\w-]+/)*([\w-]+)/?$")


@cache
def _wording() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(files(__name__).joinpath("wording.yaml").read_text(encoding="utf-8"))
    return data


def recognise(head: Head) -> bool:
    """A page with the blocks of a card, or a CSV with the columns of a list of cards and links of the portal."""
    if head.media_type == "text/html":
        return "info-block-horizontal" in head.text
    if head.media_type == "text/csv":
        columns = head.text.lstrip("\ufeff").split("\n", 1)[0]
        return all(name in columns for name in _wording()["columns"]) and "/cms/" in head.text
    return False


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The card or cards: a clause for each (`card-<key of its page>`, label: the service), below it one for each block.

    Raises ReadError when a page has no title or no block, and when a list lacks a column.
    """
    del related
    decoded = decode_body(body, document=snapshot.document)
    try:
        if snapshot.media_type == "text/csv":
            reading = _read_list(decoded.text)
        else:
            reading = _read_page(decoded.text, snapshot.document)
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    language = identify_language(reading.text)
    clauses = _divide(reading, language)
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="card",
        title=reading.title,
        blocks=reading.blocks,
        clauses=clauses,
        issues=(*decoded.issues, *_issues(snapshot, reading, clauses)),
    )


def _read_page(html: str, document: str) -> Reading:
    page = parse_page(html)
    heading = only(page, "h1")
    title = words_in(heading)
    builder = TextBuilder()
    canonical = at_most_one(page, "link[rel=canonical][href]")
    builder.add(title, BlockKind.HEADING, level=1, anchor=_key(str(canonical["href"]) if canonical else document))
    for beside in heading.find_next_siblings():  # the code of the service and the like
        if beside.select_one(_BLOCK) is None and not beside.css.match(_BLOCK):
            add_html(builder, str(beside))
    for block in at_least_one(page, _BLOCK):
        name = _block_title(block)
        builder.add(words_in(name), BlockKind.HEADING, level=2)
        name.extract()
        add_html(builder, str(block))
    return builder.finish(title)


def _block_title(block: Tag) -> Tag:
    found = block.select(_TITLES)
    if not found:
        raise ReadError(f"a block {_BLOCK} without a title: {words_in(block)[:80]!r}")
    return found[0]


def _read_list(text: str) -> Reading:
    builder = TextBuilder()
    for number, record in enumerate(load_csv(text), 1):
        missing = [name for name in _wording()["columns"] if name not in record]
        if missing:
            raise ReadError(f"a list of cards without the column {missing[0]}")
        builder.add(record["service"], BlockKind.HEADING, level=1, anchor=_key(record["link"]) or str(number))
        lines = [line for line in record["info"].split("\n") if line.strip()]
        for place, line in enumerate(lines):
            if place == 0:
                builder.add(line, BlockKind.HEADING, level=2)
            else:
                builder.add(line, line_kind(line))
    return builder.finish()


def _key(link: str) -> str | None:
    found = _LINK.search(link.split("?", maxsplit=1)[0])
    return found[1] if found else None


def _divide(reading: Reading, language: Language) -> tuple[Clause, ...]:
    tree = ClauseTree()
    card = row = None
    for block in reading.blocks:
        words = reading.text[block.start : block.end]
        if block.kind is BlockKind.HEADING and block.level == 1:
            path = f"card-{block.anchor}" if block.anchor else "card"
            card = tree.add(
                path, ClauseKind.HEADING, block.start, block.end, parent=None, label=words, number=block.anchor
            )
            row = None
        elif block.kind is BlockKind.HEADING and block.level == 2 and card:
            code = _code_of(words)
            path = f"{card.id}/{code}" if code else tree.next(card.id, "block")
            start = _after(reading, block)
            row = tree.add(path, ClauseKind.ROW, start, start, parent=card, label=words)
        else:
            holder = row or card
            path = tree.next(holder.id if holder else "", "p")
            tree.add(
                path,
                ClauseKind.PARAGRAPH,
                block.start,
                block.end,
                parent=holder,
                label=holder.label if holder else None,
            )
    return tuple(tree.clauses(language))


def _after(reading: Reading, title: Block) -> int:
    """Where the words of a block begin: at the next piece of text, or behind its title when it is empty."""
    following = next((block for block in reading.blocks if block.start > title.start), None)
    return following.start if following and following.kind is not BlockKind.HEADING else title.end


def _code_of(title: str) -> str | None:
    folded = fold(title).text
    for code, patterns in _wording()["blocks"].items():
        if any(re.search(pattern, folded) for pattern in patterns):
            return str(code)
    return None


def _issues(snapshot: Snapshot, reading: Reading, clauses: tuple[Clause, ...]) -> list[Issue]:
    issues = []
    for clause in clauses:
        line = reading.text.count("\n", 0, clause.start) + 1
        if clause.kind is ClauseKind.ROW and clause.start == clause.end:
            message = f"the block «{clause.label}» of a card is empty"
        elif clause.kind is ClauseKind.ROW and "/block-" in clause.id:
            message = f"a card has a block of an unknown kind, «{clause.label}»; add its title to wording.yaml"
        else:
            continue
        issues.append(
            Issue(code="card_block", severity=Severity.WARNING, document=snapshot.document, message=message, line=line)
        )
    return issues
