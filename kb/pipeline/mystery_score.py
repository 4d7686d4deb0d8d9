"""What an answer is worth against what was expected of it."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from kb.model.mystery import MysteryPlace, MysteryQuestion
from kb.model.plain_json import Json

STATE, SERVICE, INTENT, FIGURES = "state", "service", "intent", "figures"
CITATION, SILENT, CITED, PASSED = "citation", "silent", "cited", "passed"
# In the order in which they are shown; PASSED is all that a question expects.
CHECKS = (STATE, SERVICE, INTENT, FIGURES, CITATION, SILENT, CITED)
# As the evaluation of answers counts (docs/feedback-and-quality.md): the line may be off by a heading, the place must
# be among the first that a reader sees, and a right figure in a heap of others is no answer.
NEAR_LINES = 3
FIRST_CITATIONS = 3
OTHER_FIGURES = 8
LONGEST_ANSWER = 700
_ANSWERING = ("answered", "conflict")
_WITH_SERVICE = (*_ANSWERING, "not_stated")
_SHOWN_FIGURE = re.compile(r"(?<![\d№])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?")


def score_answer(question: MysteryQuestion, answer: Json, *, ids: Collection[str]) -> dict[str, bool]:
    """Whether each expectation was met, by its name; what was not expected is left out.

    `answer` has the shape of `kb ask --json`, `ids` are all ids of the expected service. CITED is expected of every
    answer that gives a value.
    """
    checks: dict[str, bool] = {}
    state = answer.get("state")
    if question.states:
        checks[STATE] = state in question.states
    # An accepted way to end without an answer has none of its parts.
    ends = state in question.states
    if question.service is not None and not (ends and state not in _WITH_SERVICE):
        checks[SERVICE] = not set(ids).isdisjoint(_ids(answer.get("service")))
    if question.intent is not None and not (ends and state not in _WITH_SERVICE):
        checks[INTENT] = question.intent in (answer.get("intent"), *(answer.get("intents") or ()))
    if question.figures and not (ends and state not in _ANSWERING):
        checks[FIGURES] = _has_figures(question.figures, str(answer.get("answer") or ""))
    if question.places and not (ends and state not in _ANSWERING):
        checks[CITATION] = any(_is_near(cited, question.places) for cited in _citations(answer)[:FIRST_CITATIONS])
    if question.silent:
        checks[SILENT] = state not in _ANSWERING
    if state in _ANSWERING:
        checks[CITED] = bool(_citations(answer))
    return checks


def _ids(service: Any) -> set[str]:
    return {str(service.get("id")), *service.get("ids", ())} if isinstance(service, dict) else set()


def _citations(answer: Mapping[str, Any]) -> list[Any]:
    return list(answer.get("citations") or ())


def _has_figures(wanted: Collection[float], text: str) -> bool:
    said = set(_figures_in(text))
    return (
        {round(one, 4) for one in wanted} <= said
        and len(said) <= len(wanted) + OTHER_FIGURES
        and len(text) <= LONGEST_ANSWER
    )


def _figures_in(text: str) -> Iterator[float]:
    for found in _SHOWN_FIGURE.findall(text):
        yield round(float(re.sub(r"[ \u00a0\u202f]", "", found).replace(",", ".")), 4)


def _is_near(cited: Mapping[str, Any], places: Collection[MysteryPlace]) -> bool:
    line, document = cited.get("line"), PurePath(str(cited.get("document") or "")).name
    return isinstance(line, int) and any(
        abs(line - place.line) <= NEAR_LINES and place.document in (None, document) for place in places
    )
