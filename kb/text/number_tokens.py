"""Numbers as index tokens, whether they were written in figures or in words."""

from kb.text.folding import fold
from kb.text.numbers import find_numbers


def number_tokens(text: str) -> tuple[str, ...]:
    """The plain numbers of `text` in figures, each once, in order: "он күн" and "10 күн" both give "10".

    Thousands have no blanks, a fraction has a comma and no zeros at its end.
    """
    found = (number.value.normalize() for number in find_numbers(fold(text).text))
    return tuple(dict.fromkeys(f"{value:f}".replace(".", ",") for value in found))
