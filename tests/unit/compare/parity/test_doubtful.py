"""Clauses that stand beside each other and are no twins."""

from kb.compare.parity.clause_text import read_words
from kb.compare.parity.doubtful import is_copied, is_loose, shifted_rows
from kb.compare.parity.paired_texts import Entry
from kb.model import Language


def _entry(kk: str | None, ru: str | None, confidence: float = 0.0, *, words: tuple[str, str] = ("", "")) -> Entry:
    return Entry(
        kk=read_words(words[0] or "Балықшы айлаққа барады.", Language.KK, clause=kk) if kk else None,
        ru=read_words(words[1] or "Рыбак идёт на пристань.", Language.RU, clause=ru) if ru else None,
        confidence=confidence,
        left_kk=[],
        left_ru=[],
        unbalanced=[],
    )


def test_a_row_behind_one_that_the_other_table_lacks_is_doubted_where_its_clauses_are_unlike() -> None:
    head, lone = _entry("row-2/p-1", "row-1/p-1", 0.8), _entry(None, "row-2/p-1")
    rest = [_entry("row-3/p-1", "row-3/p-1", 0.1), _entry("row-3/p-2", "row-3/p-2", 0.7)]
    assert shifted_rows([head, lone, *rest]) == {"row-3"}
    assert shifted_rows([head, *rest]) == frozenset()
    assert shifted_rows([head, lone, _entry("row-3/p-1", "row-3/p-1", 0.6)]) == frozenset()


def test_points_of_rules_are_no_rows() -> None:
    assert shifted_rows([_entry("point-1/p-1", None), _entry("point-2/p-1", "point-2/p-1", 0.1)]) == frozenset()


def test_a_passage_in_one_language_in_both_texts_is_a_copy() -> None:
    copied = "Пристань открыта круглосуточно, кроме праздников."
    assert is_copied(_entry("p-1", "p-1", 0.6, words=(copied, copied)))
    assert not is_copied(_entry("p-1", "p-1", 0.6))
    assert not is_copied(_entry("p-1", "p-1", 0.6, words=("Портал – 7.", "Портал – 8.")))
    assert not is_copied(_entry("p-1", None))


def test_a_doubtful_pair_beside_a_clause_without_twin_is_loose() -> None:
    lone = _entry("p-2", None)
    assert is_loose([_entry("p-1", "p-1", 0.5), lone], 0)
    assert is_loose([lone, _entry("p-1", "p-1", 0.5)], 1)
    assert not is_loose([_entry("p-1", "p-1", 0.6), lone], 0)
    assert not is_loose([_entry("p-1", "p-1", 0.5), _entry("p-2", "p-2", 0.9)], 0)
