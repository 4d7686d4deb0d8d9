"""The data files of the import: columns, forms, questions."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kb.model.language import Language
from kb.model.monitoring import QuestionKind
from kb.monitoring.errors import MonitoringError
from kb.yaml_text import parse_yaml


@cache
def load_table(name: str) -> Mapping[str, Any]:
    """The data file `kb/monitoring/data/<name>.yaml`."""
    content: Mapping[str, Any] = parse_yaml(
        files("kb.monitoring").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    )
    return content


@cache
def question_kinds() -> Mapping[str, QuestionKind]:
    """The kind of each question by its code."""
    return {code: QuestionKind(entry["kind"]) for code, entry in load_table("questions").items()}


@cache
def aspect_questions() -> tuple[str, ...]:
    """The questions that are aspects of a service, in the order of the data file."""
    return tuple(code for code, entry in load_table("questions").items() if entry.get("aspect"))


def question_words(code: str, language: Language) -> str:
    """The question in words; raises MonitoringError for an unknown code."""
    entry = load_table("questions").get(code)
    if entry is None:
        raise MonitoringError(f"no question {code!r}; the questions are {', '.join(question_kinds())}")
    return str(entry[language.value])


def recomputed_words(kind: str, code: str, language: Language) -> str:
    """The words of a rule, a reason or a standing (`kind` is the plural of these); raises MonitoringError for a code
    that the data file lacks."""
    words = load_table("recomputed")[kind].get(code)
    if words is None:
        raise MonitoringError(f"kb/monitoring/data/recomputed.yaml has no words for {code!r} among {kind}; add them")
    return str(words[language.value])


@cache
def column_headings() -> Mapping[str, str]:
    """The code of the column by each heading that stands for it."""
    return {str(word): code for code, words in load_table("template")["columns"].items() for word in words}


@cache
def answer_words() -> Mapping[str, str]:
    """`yes`, `no` or `none` by each word for it."""
    return {str(word): code for code, words in load_table("template")["answers"].items() for word in words}


@cache
def total_words() -> frozenset[str]:
    """What rows of totals are called, in lower case."""
    return frozenset(map(str, load_table("template")["totals"]))
