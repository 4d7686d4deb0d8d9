"""The words of the portal, from `wording.yaml`."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from kb.read import load_yaml
from kb.text import fold


@cache
def wording() -> dict[str, Any]:
    """The wording file as it is."""
    data: dict[str, Any] = load_yaml(files(__package__).joinpath("wording.yaml").read_text(encoding="utf-8"))
    return data


def code_of(title: str) -> str | None:
    """The code of a block with this title; None when no pattern knows it."""
    folded = fold(title).text
    for code, patterns in wording()["blocks"].items():
        if any(re.search(pattern, folded) for pattern in patterns):
            return str(code)
    return None
