"""Files of questions with expected answers; see docs/feedback-and-quality.md for their shape."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kb.model import AnswerState, Intent, Language
from kb.model.mystery import MysteryFile, MysteryPlace, MysteryQuestion
from kb.pipeline.errors import BadMystery

LARGEST_BYTES = 20_000_000
MOST_QUESTIONS = 20_000
MOST_TIMES = 10_000
LONGEST_ID = 100
# Read by people or by other measurements.
_NOT_CHECKED = frozenset({"answer", "value", "why", "group", "noise", "typed", "scope", "intents"})
_CHECKED = frozenset(
    {
        "id", "q", "lang", "as_of", "after", "state", "accept", "service", "intent", "figures", "line", "also_lines",
        "source", "must_not_answer", "times",
    }
)  # fmt: skip
_INTENTS = frozenset(one.value for one in Intent)
_ANSWERING = frozenset({AnswerState.ANSWERED.value, AnswerState.CONFLICT.value})


def read_mystery_file(path: Path, *, services: Mapping[str, str | None] | None = None) -> MysteryFile:
    """The questions of a JSON Lines file; `services` gives the ids of keys that stand for services, None for none.

    Raises BadMystery, which names the line, for what cannot be read.
    """
    try:
        body = path.read_bytes()
    except OSError as problem:
        raise BadMystery(f"{path}: cannot be read ({problem.strerror})") from problem
    if len(body) > LARGEST_BYTES:
        raise BadMystery(f"{path}: larger than {LARGEST_BYTES:,} bytes; divide it")
    questions: dict[str, MysteryQuestion] = {}
    unread: set[str] = set()
    for number, data in _objects(path, body):
        try:
            question = _question(data, services or {})
            if question.id in questions:
                raise BadMystery(f"the id {question.id!r} stands on an earlier line too")
            if question.after is not None and question.after not in questions:
                raise BadMystery(f"after {question.after!r}: no question on an earlier line has this id")
        except BadMystery as problem:
            raise BadMystery(f"{path}, line {number}: {problem}") from None
        questions[question.id] = question
        unread |= data.keys() - _CHECKED - _NOT_CHECKED
        # The list of intents is open: a file may know of more than this program, which then cannot tell.
        if data.get("intent") and question.intent is None:
            unread.add(f"intent {data['intent']}")
    if not questions:
        raise BadMystery(f"{path}: no question in it; expected one JSON object a line with id, q and what is expected")
    if len(questions) > MOST_QUESTIONS:
        raise BadMystery(f"{path}: more than {MOST_QUESTIONS:,} questions; divide it")
    return MysteryFile(
        name=path.name,
        digest=hashlib.sha256(body).hexdigest(),
        questions=tuple(questions.values()),
        unread=tuple(sorted(unread)),
    )


def _objects(path: Path, body: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BadMystery(f"{path}: not UTF-8 at byte {problem.start}; save it as UTF-8") from problem
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            raise BadMystery(f"{path}, line {number}: not JSON") from None
        if not isinstance(data, dict):
            raise BadMystery(f"{path}, line {number}: expected an object")
        yield number, data


def _question(data: Mapping[str, Any], services: Mapping[str, str | None]) -> MysteryQuestion:
    states = frozenset(_states(data))
    service = _text(data, "service")
    intent = _text(data, "intent")
    return MysteryQuestion(
        id=_needed(data, "id")[:LONGEST_ID],
        q=_needed(data, "q") * _times(data),
        language=_language(data),
        as_of=_day(data),
        after=_text(data, "after"),
        states=states,
        service=services.get(service, service) if service is not None else None,
        intent=intent if intent in _INTENTS else None,
        figures=tuple(_figures(data)),
        places=tuple(_places(data)),
        silent=bool(data.get("must_not_answer")) and not states & _ANSWERING,
    )


def _needed(data: Mapping[str, Any], key: str) -> str:
    text = _text(data, key)
    if text is None:
        raise BadMystery(f"{key!r} is needed, a text")
    return text


def _text(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadMystery(f"{key!r} must be a text, not {value!r:.60}")
    return value


def _language(data: Mapping[str, Any]) -> Language:
    given = _text(data, "lang")
    if given not in (Language.KK.value, Language.RU.value):
        raise BadMystery(f"lang {given!r}, expected kk or ru")
    return Language(given)


def _day(data: Mapping[str, Any]) -> date | None:
    given = _text(data, "as_of")
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise BadMystery(f"as_of {given!r}, expected YYYY-MM-DD") from None


def _times(data: Mapping[str, Any]) -> int:
    times = data.get("times", 1)
    if not isinstance(times, int) or isinstance(times, bool) or not 1 <= times <= MOST_TIMES:
        raise BadMystery(f"times {times!r:.60}, expected a whole number from 1 to {MOST_TIMES:,}")
    return times


def _states(data: Mapping[str, Any]) -> Iterator[str]:
    accepted = data.get("accept") or []
    if not isinstance(accepted, list):
        raise BadMystery("'accept' must be a list of states")
    for state in (data.get("state"), *accepted):
        if state is None:
            continue
        if state not in {one.value for one in AnswerState}:
            raise BadMystery(f"state {state!r:.60}, expected one of {', '.join(AnswerState)}")
        yield state


def _figures(data: Mapping[str, Any]) -> Iterator[float]:
    for figure in _list(data, "figures"):
        if isinstance(figure, bool) or not isinstance(figure, int | float):
            raise BadMystery(f"'figures' must be numbers, not {figure!r:.60}")
        yield float(figure)


def _places(data: Mapping[str, Any]) -> Iterator[MysteryPlace]:
    lines = [*([data["line"]] if data.get("line") is not None else []), *_list(data, "also_lines")]
    for line in lines:
        yield MysteryPlace(line=_line(line))
    for place in _list(data, "source"):
        if not isinstance(place, dict) or not isinstance(place.get("document"), str):
            raise BadMystery("'source' must be a list of objects with document and line")
        yield MysteryPlace(line=_line(place.get("line")), document=place["document"])


def _line(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise BadMystery(f"a line is a number from 1 on, not {value!r:.60}")
    return value


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    found = data.get(key) or []
    if not isinstance(found, list):
        raise BadMystery(f"{key!r} must be a list")
    return found
