"""Words of the evaluation, from `kb/monitoring/data/evaluation_words.yaml`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kb.model.language import Language
from kb.monitoring.errors import MonitoringError
from kb.monitoring.template import load_table


def evaluation_table(name: str) -> Any:
    """A table of the file."""
    return load_table("evaluation_words")[name]


def evaluation_codes(kind: str) -> tuple[str, ...]:
    """The codes that have words: `steps`, `states`, `missing`, `changes` or `kinds`, in the order of the file."""
    return tuple(evaluation_table(kind))


def evaluation_words(kind: str, code: str, language: Language) -> str:
    """The words of a code; raises MonitoringError for one that the file lacks."""
    words = evaluation_table(kind).get(code)
    if words is None:
        raise MonitoringError(
            f"kb/monitoring/data/evaluation_words.yaml has no words for {code!r} among {kind}; add them"
        )
    return str(words[language.value])


@cache
def headings_of_points() -> Mapping[str, str]:
    """The code of the column of an import by each heading that stands for it."""
    return {str(word): code for code, words in evaluation_table("columns").items() for word in words}


@cache
def row_kinds() -> Mapping[str, str]:
    """The kind of a row (`score`, `penalty`, `stage`) by each word for it."""
    return {str(word): code for code, parts in evaluation_table("kinds").items() for word in parts["words"]}
