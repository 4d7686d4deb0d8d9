import pytest

from kb.norms import show_clause


@pytest.mark.parametrize(
    ("path", "language", "shown"),
    [
        ("annex-2/row-5/p-1", "ru", "приложение 2, строка 5, абзац 1"),
        ("article-9-1/sub-3", "ru", "статья 9-1, подпункт 3)"),
        ("appendix-3/point-4/sub-1", "kk", "3-қосымша, 4-тармақ, 1) тармақша"),
        ("appendix/sub-2", "ru", "приложение, подпункт 2)"),
        ("section-12/info", "ru", "раздел 12, общие сведения"),
        ("chapter-1/table-2/note-1", "en", "chapter 1, table 2, note 1"),
        ("unheard-of/1~2", "ru", "unheard-of, 1~2"),
        ("<b>", "ru", "<b>"),
    ],
)
def test_a_path_in_words(path: str, language: str, shown: str) -> None:
    assert show_clause(path, language) == shown
