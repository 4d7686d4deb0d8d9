"""The clause around quoted words."""

from datetime import date

import pytest

from kb.model import Clause, ClauseKind, Evidence, Language
from kb.pipeline import UnknownName
from kb.pipeline.finding_report.clause_text import BESIDE, KEPT_TEXTS, LONGEST, ClauseTexts

HEAD = "1. Жалпы ереже.\n"
POINT = "2. Ұяны тіркеу\n\n   мерзімі  –  5 жұмыс күні.\n"


class Texts:
    """Texts by digest, and how often each was read; every text has one clause, from `start` on."""

    def __init__(self, *, start: int = 0, **texts: str) -> None:
        self.texts = {f"sha256:{name}": text for name, text in texts.items()}
        self.start = start
        self.asked: list[str] = []

    def text(self, digest: str) -> str:
        self.asked.append(digest)
        if digest not in self.texts:
            raise UnknownName("gone")
        return self.texts[digest]

    def clauses(self, digest: str) -> tuple[Clause, ...]:
        end = len(self.texts[digest])
        return (Clause(id="p-2", kind=ClauseKind.POINT, start=self.start, end=end, language=Language.KK),)


def cited(text: str, quote: str, *, name: str = "a", clause: str | None = "p-2", document: str = "a.html") -> Evidence:
    start = text.index(quote)
    return Evidence(
        document=document, snapshot=f"sha256:{name}", act=None, edition=date(2026, 1, 1), language=Language.KK,
        clause=clause, start=start, end=start + len(quote), line=text.count("\n", 0, start) + 1, quote=quote,
    )  # fmt: skip


def test_the_whole_clause_is_shown_with_the_quote_in_it_and_without_needless_blanks() -> None:
    text = HEAD + POINT
    shown = ClauseTexts(Texts(start=len(HEAD), a=text)).around(cited(text, "5 жұмыс күні"))
    assert shown.text == "2. Ұяны тіркеу\nмерзімі – 5 жұмыс күні."
    assert (shown.quoted, shown.cut_before, shown.cut_after) == ("5 жұмыс күні", False, False)


def test_marks_of_markdown_are_not_shown() -> None:
    text = "| **Мерзімі** | 5 \\*жұмыс\\* күні |"
    shown = ClauseTexts(Texts(a=text)).around(cited(text, "5 \\*жұмыс\\* күні", document="a.md"))
    assert "|" not in shown.text
    assert shown.quoted == "5 *жұмыс* күні"


@pytest.mark.parametrize("clause", [None, "p-9"])
def test_where_there_is_no_such_clause_it_is_the_line(clause: str | None) -> None:
    text = HEAD + "Мерзімі 5 күн.\n" + "Соңы."
    shown = ClauseTexts(Texts(a=text)).around(cited(text, "5 күн", clause=clause))
    assert shown.text == "Мерзімі 5 күн."


def test_of_an_endless_clause_the_surroundings_are_shown_and_told_to_be_cut() -> None:
    text = "сөз " * LONGEST + "5 күн" + " сөз" * LONGEST
    shown = ClauseTexts(Texts(a=text)).around(cited(text, "5 күн"))
    assert (shown.quoted, shown.cut_before, shown.cut_after) == ("5 күн", True, True)
    assert len(shown.text) <= 2 * BESIDE + len("5 күн")
    assert set(shown.text.split()) == {"сөз", "5", "күн"}  # no word is cut
    early = ClauseTexts(Texts(a="5 күн" + " сөз" * LONGEST)).around(cited("5 күн", "5 күн"))
    assert (early.cut_before, early.cut_after) == (False, True)


def test_a_text_that_is_gone_or_reads_otherwise_leaves_the_quote() -> None:
    for texts in (Texts(), Texts(a="Мерзімі 6 күн")):
        assert ClauseTexts(texts).around(cited("Мерзімі 5 күн", "5 күн")).text == "5 күн"


def test_a_text_is_read_once_while_it_is_among_the_last() -> None:
    names = [f"t{number}" for number in range(KEPT_TEXTS + 1)]
    texts = Texts(**dict.fromkeys(names, "5 күн"))
    shelf = ClauseTexts(texts)
    for name in (names[0], names[0], *names[1:], names[0]):
        shelf.around(cited("5 күн", "5 күн", name=name))
    assert texts.asked.count("sha256:t0") == 2
    assert len(texts.asked) == KEPT_TEXTS + 2
