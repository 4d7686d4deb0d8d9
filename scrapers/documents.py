"""Anything readable: articles, reports, copies of standards. Last in the order of trial."""

from kb.model import ClauseKind, Document, Issue, Language, Layout, Severity, Snapshot, Source, SourceKind
from kb.read import Head, Reading, divide_act, divide_plain, read_body, words_of
from kb.text import identify_language
from scrapers._contract import Related

TRIAL = 1000
SOURCE = Source(
    id="documents",
    publisher_kk="Импортталған құжаттар",
    publisher_ru="Импортированные документы",
    urls=(),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.NEWS,
    layout=Layout.VERIFIED,
)

_LANGUAGE_SAMPLE = 200_000


def recognise(head: Head) -> bool:
    """Every text."""
    return bool(head.text.strip())


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The text in sections and paragraphs, or as an act when it is divided like one. Which act it is stays open."""
    del related
    reading = read_body(body, snapshot.media_type, document=snapshot.document)
    language = identify_language(words_of(reading.text[:_LANGUAGE_SAMPLE]))
    layout = "act" if _is_act(reading, language) else "plain"
    divide = divide_act if layout == "act" else divide_plain
    clauses = divide(reading.text, reading.blocks, language=language)
    issues = list(reading.issues)
    if not clauses:
        message = "no paragraph was found in this text"
        issues.append(Issue(code="no_clauses", severity=Severity.ERROR, document=snapshot.document, message=message))
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout=layout,
        title=reading.title,
        blocks=reading.blocks,
        clauses=clauses,
        issues=tuple(issues),
    )


def _is_act(reading: Reading, language: Language) -> bool:
    """Two articles, or a list of requirements below an annex, or chapters with points."""
    clauses = divide_act(reading.text, reading.blocks, language=language)
    articles = sum(1 for clause in clauses if clause.kind is ClauseKind.ARTICLE)
    annexes = sum(1 for clause in clauses if clause.id.startswith(("annex", "appendix")) and "/" not in clause.id)
    chapters = sum(1 for clause in clauses if clause.id.rsplit("/", 1)[-1].startswith("chapter-"))
    points = sum(1 for clause in clauses if clause.kind is ClauseKind.POINT)
    requirements = any(clause.kind is ClauseKind.ROW and "table-" not in clause.id for clause in clauses)
    return articles >= 2 or requirements or (chapters + annexes >= 2 and points >= 5)
