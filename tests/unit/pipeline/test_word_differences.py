"""Which words of two clauses are marked."""

import pytest

from kb.pipeline.finding_report.clause_text import ClauseText
from kb.pipeline.finding_report.word_differences import differing, pieces_of


def clause(text: str, quote: str | None = None) -> ClauseText:
    start = text.index(quote) if quote else 0
    return ClauseText(text=text, quote=(start, start + len(quote or text)))


def marked(one: ClauseText, other: ClauseText, *, same_language: bool = True) -> tuple[list[str], list[str]]:
    spans = differing(one, other, same_language=same_language)
    left, right = (
        [text.text[start:end] for start, end in found] for text, found in zip((one, other), spans, strict=True)
    )
    return left, right


def test_wordings_that_are_alike_are_told_apart_word_by_word() -> None:
    one = clause("Ұя 5 (бес) жұмыс күні ішінде тіркеледі.")
    other = clause("Ұя 7 (жеті) жұмыс күні ішінде тегін тіркеледі.")
    assert marked(one, other) == (["5", "бес"], ["7", "жеті", "тегін"])


def test_clauses_about_other_things_are_compared_by_their_quotes() -> None:
    one = clause(
        "Жалпы ережелер бойынша көмек көрсетіледі. Мерзімі – 5 жұмыс күні. Өзге мәселелер заңмен реттеледі.",
        "Мерзімі – 5 жұмыс күні",
    )
    other = clause("Мерзімі – 8 жұмыс күні. Құжаттар тапсырылады.", "Мерзімі – 8 жұмыс күні")
    assert marked(one, other) == (["5"], ["8"])


def test_quotes_with_nothing_in_common_are_compared_by_their_numbers() -> None:
    one = clause("қызмет он (10) күнде беріледі")
    other = clause("азаматтар айтқандай, іс жүзінде бәрі 12 күнге созылады")
    assert marked(one, other) == (["он (10)"], ["12"])


def test_one_number_of_two_things_is_marked_with_what_it_counts() -> None:
    one = clause("Осы ұяны тіркеу үшін бұйрыққа сәйкес 8 күнді алады")
    other = clause("себебі тіркеу мерзімі 8 жұмыс күніне дейін қысқартылды, бұл жақсы көрсеткіш")
    assert marked(one, other) == (["8 күнді алады"], ["8 жұмыс күніне"])
    same = clause("тіркеу мерзімі 8 жұмыс күніне дейін")
    assert marked(same, same) == ([], [])


def test_two_languages_are_compared_by_numbers_alone() -> None:
    kazakh = clause("Ұя 10 (он) жұмыс күні ішінде 3 данада тіркеледі")
    russian = clause("Гнездо регистрируется за 12 (двенадцать) рабочих дней в 3 экземплярах")
    assert marked(kazakh, russian, same_language=False) == (["10 (он)"], ["12 (двенадцать)"])


def test_one_number_against_a_whole_clause_of_the_other_language_is_marked_alone() -> None:
    kazakh = clause("001, 777 белгілері үшін – 57 АЕК")
    russian = clause("за знаки 001, 707, 777 – 57 МРП", "707")
    assert marked(kazakh, russian, same_language=False) == ([], ["707"])


def test_pieces_are_the_whole_clause_in_order() -> None:
    text = clause("Ұя 5 жұмыс күні ішінде тіркеледі", "5 жұмыс күні")
    pieces = pieces_of(text, ((3, 4), (23, 32)))
    assert "".join(one.text for one in pieces) == text.text
    assert [one.text for one in pieces if one.quoted] == ["5", " жұмыс күні"]
    assert [one.text for one in pieces if one.differs] == ["5", "тіркеледі"]


@pytest.mark.parametrize("text", ["", " ", "\n", "–", "<b>"])
def test_odd_texts_are_taken(text: str) -> None:
    odd = ClauseText(text=text, quote=(0, len(text)))
    assert "".join(one.text for one in pieces_of(odd, differing(odd, clause("5 күн"), same_language=True)[0])) == text
