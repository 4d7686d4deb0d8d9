"""The force of an act by the codes and titles of the bank."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from kb.model import ActStatus
from kb.text import fold
from kb.yaml_text import parse_yaml


@cache
def known_statuses() -> dict[str, ActStatus]:
    """Status by code."""
    return {code: ActStatus(status) for code, status in _wording()["status"].items()}


def is_repeal(title: str) -> bool:
    """Whether the title of an act says that it repeals another one."""
    return re.search(_wording()["repeal"], fold(title).text) is not None


@cache
def _wording() -> dict[str, Any]:
    text = files("scrapers.zan").joinpath("wording.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_yaml(text)
    return data
