"""Cards of any source → clauses, and what is told of them; all services are invented."""

import pytest

from kb.model import BlockKind, Document, Language
from kb.read import APPLICANT, BLOCK, CARD, CardTitles, ReadError, TextBuilder, card_document, find_code
from tests.examples.snapshots import snapshot_of

TABLE = {"documents": ["^бумаги"], "term": ["^срок"]}
APPLICANTS = {"gardener": ["^садовник"]}


def titles(*, applicants: bool = False) -> CardTitles:
    return CardTitles(
        file="some/wording.yaml",
        block_of=lambda title: find_code(TABLE, title),
        applicant_of=(lambda tab: find_code(APPLICANTS, tab)) if applicants else None,
        short={"documents": "Бумаги"},
    )


def read(*pieces: tuple[int, str], applicants: bool = False) -> Document:
    """Headings of a level, words at level 0."""
    builder = TextBuilder()
    for level, words in pieces:
        builder.add(words, BlockKind.HEADING if level else BlockKind.PARAGRAPH, level=level)
    snapshot = snapshot_of(b"", document="card.html", media_type="text/html", source="egov")
    return card_document(snapshot, builder.finish(), Language.RU, titles=titles(applicants=applicants))


def test_a_block_begins_with_its_words_and_is_called_by_its_title() -> None:
    found = read((CARD, "Пропуск в сад"), (0, "Вступление."), (BLOCK, "Бумаги для сада таковы"), (0, "заявление"))
    spans = {clause.id: found.text[clause.start : clause.end] for clause in found.clauses}
    assert spans["card/documents"] == spans["card/documents/p-1"] == "заявление"
    assert spans["card/p-1"] == "Вступление."
    assert {clause.label for clause in found.clauses} == {"Пропуск в сад", "Бумаги"}
    assert found.issues == ()


def test_applicants_divide_a_block_only_where_the_source_knows_them() -> None:
    pieces = ((CARD, "Пропуск"), (BLOCK, "Бумаги"), (APPLICANT, "Садовник:"), (0, "справка"))
    assert [clause.id for clause in read(*pieces, applicants=True).clauses][2:] == [
        "card/documents/gardener",
        "card/documents/gardener/p-1",
    ]
    assert [clause.id for clause in read(*pieces).clauses][2:] == ["card/documents/p-1", "card/documents/p-2"]


def test_an_unknown_label_is_told_once_and_every_empty_block() -> None:
    unknown = ((BLOCK, "Погода"), (0, "дождь"))
    found = read((CARD, "Пропуск"), *unknown, *unknown, (BLOCK, "Срок"), (CARD, "Билет"), *unknown, (BLOCK, "Срок"))
    assert [(issue.code, issue.line) for issue in found.issues] == [
        ("unknown_label", 3),
        ("empty_block", 11),
        ("empty_block", 19),
    ]
    assert "below `blocks` in some/wording.yaml" in found.issues[0].message


def test_words_above_the_first_card_are_refused() -> None:
    with pytest.raises(ReadError, match="words above the name of a service"):
        read((0, "Меню"), (CARD, "Пропуск"))
