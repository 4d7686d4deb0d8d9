"""No word of a real act is lost: clauses hold it, or it is listed with its reason."""

from datetime import UTC, datetime
from pathlib import Path

from kb.model import Document, Snapshot
from kb.read import (
    Reason,
    at_most_one,
    check_document,
    coverage,
    divide_act,
    parse_page,
    read_body,
    read_tag,
    uncovered,
)
from kb.text import identify_language

ENOUGH = 0.995


def read_act(path: Path) -> Document:
    body = path.read_bytes()
    if path.suffix == ".html":
        page = parse_page(body.decode())
        reading = read_tag(at_most_one(page, ".text article") or page)
    else:
        reading = read_body(body, "text/markdown", document=path.name)
    language = identify_language(reading.text)
    return Document(
        snapshot=Snapshot(
            digest="sha256:0",
            document=path.name,
            source="lawgit",
            media_type="text/markdown",
            taken_at=datetime(2031, 4, 9, tzinfo=UTC),
            size=len(body),
        ),
        text=reading.text,
        language=language,
        layout="act",
        title=reading.title,
        blocks=reading.blocks,
        clauses=divide_act(reading.text, reading.blocks, language=language),
    )


def test_words_of_real_acts_stand_in_clauses(shared: Path) -> None:
    paths = [*sorted((shared / "data" / "acts").rglob("*.md")), *sorted((shared / "data" / "pages").glob("*.html"))]
    assert len(paths) > 90
    held = total = 0
    short: list[str] = []
    for path in paths:
        document = read_act(path)
        words, all_words = coverage(document)
        held, total = held + words, total + all_words
        if words < ENOUGH * all_words:
            short.append(f"{words / all_words:.4f} {path}")
        told = {issue.line for issue in check_document(document) if issue.code == "uncovered_block"}
        lost = {document.line_of(u.start) for u in uncovered(document) if u.reason is Reason.LEFT_OUT}
        assert lost == told
    print(f"{held} of {total} characters of words in {len(paths)} files stand in clauses: {held / total:.4%}")  # noqa: T201
    assert short == []
    assert held >= ENOUGH * total
    assert total > 1_000_000


def test_words_of_a_page_are_in_its_text(shared: Path) -> None:
    for path in (shared / "data" / "pages").glob("*.html"):
        page = parse_page(path.read_text(encoding="utf-8"))
        content = at_most_one(page, ".text article") or page
        for hidden in content.select("script, style, nav, header, footer"):
            hidden.decompose()
        assert len("".join(read_act(path).text.split())) >= ENOUGH * len("".join(content.get_text().split()))
