"""Lists of documents that two texts part by cases; papers and services are invented."""

from kb.compare.documents.differences import differences
from kb.model import Attribute, RequiredDocument, Scope, ScopeField, Statement
from tests.unit.compare.compared import document, stated

Paper = tuple[str, str | None, str | None]  # words, type, case
NEW: tuple[Paper, ...] = (("чертёж голубятни", None, "для выдачи"), ("опись голубей", None, "для выдачи"))
AGAIN: tuple[Paper, ...] = (("прежнее разрешение", None, "для замены"), ("снимок голубятни", None, "для замены"))
COMMON: tuple[Paper, ...] = (("заявление", "application", None), ("паспорт", "identity_document", None))


def items(papers: tuple[Paper, ...], *, act: str) -> list[Statement]:
    """What one text asks for."""
    text = document([words for words, *_ in papers], name=f"{act}.txt", digest=f"sha256:{act}")
    return [
        stated(
            text, words, RequiredDocument(text=words, code=code), attribute=Attribute.DOCUMENT, act=act,
            scope=Scope(case=ScopeField(text=case)) if case else None,
        )
        for words, code, case in papers
    ]  # fmt: skip


def missing(one: tuple[Paper, ...], other: tuple[Paper, ...]) -> list[str]:
    """The papers that only one of two lists has."""
    found = differences(items(one, act="V1"), items(other, act="V2"))
    return [each.one.document.text for each in found if each.kind == "missing"]


def test_a_paper_of_no_case_beside_lists_by_case() -> None:
    assert missing((*NEW, *AGAIN), (*NEW, ("ветеринарная справка", None, None), *AGAIN)) == ["ветеринарная справка"]
    assert missing((*NEW, *AGAIN), (*NEW, ("чертёж голубятни", None, None), *AGAIN)) == []


def test_lists_of_common_papers_alone() -> None:
    more = (*COMMON, ("ветеринарная справка", None, None))
    assert missing(COMMON, more) == ["ветеринарная справка"]
    # nothing but what any list has in common, and much that only one has: lists of two things
    assert missing(COMMON, (*more, ("опись голубей", None, None))) == []
    assert missing(more, (*COMMON, ("снимок будки", None, None))) == []
