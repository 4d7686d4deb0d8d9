"""Anything readable: articles, reports, copies of standards. Last in the order of trial."""

from dataclasses import replace

from kb.model import (
    Act,
    Clause,
    ClauseKind,
    Document,
    Edition,
    Issue,
    Language,
    Layout,
    Severity,
    Snapshot,
    Source,
    SourceKind,
)
from kb.read import (
    Head,
    Reading,
    act_of,
    check_document,
    divide_act,
    divide_plain,
    force_of,
    in_force_from,
    read_body,
    read_requisites,
    words_of,
)
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
# The line that tells which act a text is stands among its first blocks.
_HEAD_BLOCKS = 5
_ANNEXES = ("annex", "appendix")


def recognise(head: Head) -> bool:
    """Every text."""
    return bool(head.text.strip())


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The text in sections and paragraphs, or as an act when it is divided like one.

    Which act it is stays open unless its head tells of its registration, from which the code of an act is built.
    """
    del related
    reading = read_body(body, snapshot.media_type, document=snapshot.document)
    language = identify_language(words_of(reading.text[:_LANGUAGE_SAMPLE]))
    clauses = divide_act(reading.text, reading.blocks, language=language)
    layout = "act" if _is_act(clauses) else "plain"
    act: Act | None = None
    if layout == "act":
        act = _act_of(reading, clauses, language)
    else:
        clauses = divide_plain(reading.text, reading.blocks, language=language)
    issues = list(reading.issues)
    if not clauses:
        message = "no paragraph was found in this text"
        issues.append(Issue(code="no_clauses", severity=Severity.ERROR, document=snapshot.document, message=message))
    document = Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout=layout,
        title=reading.title,
        blocks=reading.blocks,
        clauses=clauses,
        act=act,
        edition=Edition(act=act.id, date=None, language=language, snapshot=snapshot.digest) if act else None,
        issues=tuple(issues),
    )
    # What begins with the head of an act is all of it; what begins with an annex or further on may be a part.
    whole = act is not None and not clauses[0].id.startswith(_ANNEXES)
    return replace(document, issues=(*document.issues, *check_document(document, whole=whole)))


def _act_of(reading: Reading, clauses: tuple[Clause, ...], language: Language) -> Act | None:
    lines = (words_of(reading.text[block.start : block.end]) for block in reading.blocks[:_HEAD_BLOCKS])
    requisites = next((found for found in map(read_requisites, lines) if found.code), None)
    if requisites is None or requisites.code is None:
        return None
    act = act_of(
        requisites,
        ids=(requisites.code,),
        title_kk=reading.title if language is Language.KK else None,
        title_ru=reading.title if language is Language.RU else None,
    )
    return in_force_from(act, force_of(reading.text, clauses, adopted=act.date))


def _is_act(clauses: tuple[Clause, ...]) -> bool:
    """Two articles, or a list of requirements below an annex, or chapters with points."""
    articles = sum(1 for clause in clauses if clause.kind is ClauseKind.ARTICLE)
    annexes = sum(1 for clause in clauses if clause.id.startswith(_ANNEXES) and "/" not in clause.id)
    chapters = sum(1 for clause in clauses if clause.id.rsplit("/", 1)[-1].startswith("chapter-"))
    points = sum(1 for clause in clauses if clause.kind is ClauseKind.POINT)
    requirements = any(clause.kind is ClauseKind.ROW and "table-" not in clause.id for clause in clauses)
    return articles >= 2 or requirements or (chapters + annexes >= 2 and points >= 5)
