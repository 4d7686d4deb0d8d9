import pytest

from kb.text import number_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("он күн", ("10",)),
        ("10 күн", ("10",)),
        ("пятнадцать дней", ("15",)),
        ("15 дней", ("15",)),
        ("1 000 теңге немесе мың теңге", ("1000",)),
        ("жарты сағат", ("0,5",)),
        ("0,50 сағат", ("0,5",)),
        ("екі АЕК, 3 (үш) күн", ("2", "3")),
        ("он пришел", ()),
        ("№ 153 бұйрық", ()),
        ("", ()),
    ],
)
def test_words_and_figures_meet(text: str, tokens: tuple[str, ...]) -> None:
    assert number_tokens(text) == tokens
