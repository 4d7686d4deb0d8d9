from importlib.resources import files

import pytest

from kb.text import TextError
from kb.text.table import load_table


def test_every_table_can_be_read() -> None:
    names = [place.name.removesuffix(".yaml") for place in (files("kb.text") / "data").iterdir()]
    assert len(names) >= 7
    assert all(load_table(name) for name in names)


def test_a_missing_table_is_named() -> None:
    with pytest.raises(TextError, match=r"nowhere\.yaml cannot be read"):
        load_table("nowhere")
