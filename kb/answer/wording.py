"""Reading this room's YAML: phrases, cue words, scope words."""

from functools import cache
from importlib.resources import files
from typing import Any

from kb.answer.errors import AnswerError
from kb.model import Language
from kb.yaml_text import parse_yaml


@cache
def read_wording(name: str) -> Any:
    """The parsed file `data/<name>.yaml`."""
    return parse_yaml(files("kb.answer").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8"))


def say(key: str, language: Language, **parts: str) -> str:
    """The phrase `key` in `language` with its parts filled in; raises AnswerError when it is not written."""
    phrases = read_wording("phrases")
    if key not in phrases or language.value not in phrases[key]:
        raise AnswerError(f"kb/answer/data/phrases.yaml has no phrase {key!r} in {language.value}; write it there")
    phrase: str = phrases[key][language.value]
    return phrase.format(**parts)
