"""Texts of one meaning in Kazakh and in Russian: aligned lines, clauses of acts, the vocabulary."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from indexes.vocabulary import Term, read_vocabulary
from kb.model import Document, Snapshot
from kb.read import align_clauses, divide_act, read_body
from kb.relevance.errors import BadData
from kb.relevance.latent import PairedText
from kb.text import identify_language

LINES, ACTS, VOCABULARY = "lines", "acts", "vocabulary"
# Where the name of a file tells its language, as repositories of acts have it.
LANGUAGE = re.compile(r"(?<![^/])(kaz|rus)(?=[./])")


def paired_texts(data: Path) -> tuple[PairedText, ...]:
    """Each pair once: of `aligned` and `acts` in the folder, and of the vocabulary; raises BadData without aligned."""
    found = (*line_pairs(data / "aligned"), *act_pairs(data / "acts"), *term_pairs(read_vocabulary()))
    return tuple({(pair.kk, pair.ru): pair for pair in reversed(found)}.values())[::-1]


def line_pairs(folder: Path) -> Iterator[PairedText]:
    """The lines of NAME.kk.txt and NAME.ru.txt; raises BadData when there are none or their numbers differ."""
    files = sorted(folder.glob("*.kk.txt"))
    if not files:
        raise BadData(f"{folder}: no aligned texts; expected NAME.kk.txt with NAME.ru.txt beside it")
    for kk in files:
        ru = kk.with_name(kk.name.replace(".kk.", ".ru."))
        try:
            lines = zip(*(path.read_text(encoding="utf-8").splitlines() for path in (kk, ru)), strict=True)
            yield from (PairedText(one, other, LINES) for one, other in lines if one.strip() and other.strip())
        except (OSError, ValueError) as problem:
            raise BadData(f"{kk}: its lines do not stand for those of {ru.name} ({problem})") from problem


def act_pairs(folder: Path) -> Iterator[PairedText]:
    """The clauses that stand for each other in the Markdown files of acts whose names differ by the language alone."""
    files: dict[str, dict[str, Path]] = {}
    for path in sorted(folder.rglob("*.md")):
        name = str(path.relative_to(folder))
        if language := LANGUAGE.search(name):
            files.setdefault(LANGUAGE.sub("*", name, count=1), {})[language[0]] = path
    for both in files.values():
        if len(both) == 2:
            yield from _clause_pairs(_read_act(both["kaz"]), _read_act(both["rus"]))


def term_pairs(terms: Iterable[Term]) -> Iterator[PairedText]:
    """A pair a group of words; what people say may be of either language and stands on both sides."""
    for term in terms:
        either = (*term.said, *term.short)
        yield PairedText("\n".join((*term.kk, *either)), "\n".join((*term.ru, *either)), VOCABULARY)


def _clause_pairs(kk: Document, ru: Document) -> Iterator[PairedText]:
    """The clauses that hold no others: what holds them says nothing more."""
    one, other = _innermost(kk), _innermost(ru)
    for pair in align_clauses(kk, ru):
        if pair.kk in one and pair.ru in other:
            yield PairedText(one[pair.kk], other[pair.ru], ACTS)


def _innermost(text: Document) -> dict[str, str]:
    holding = {clause.parent for clause in text.clauses}
    return {one.id: text.text[one.start : one.end] for one in text.clauses if one.id not in holding}


def _read_act(path: Path) -> Document:
    body = path.read_bytes()
    reading = read_body(body, "text/markdown", document=path.name)
    language = identify_language(reading.text)
    snapshot = Snapshot(
        digest="sha256:0",
        document=path.name,
        source="relevance",
        media_type="text/markdown",
        taken_at=datetime(2026, 1, 1, tzinfo=UTC),
        size=len(body),
    )
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="act",
        title=reading.title,
        blocks=reading.blocks,
        clauses=divide_act(reading.text, reading.blocks, language=language),
    )
