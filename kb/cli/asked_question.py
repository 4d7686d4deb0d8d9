"""One line of a batch of questions."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kb.cli.failures import WrongCall
from kb.cli.options import TextLanguage, read_day
from kb.model import Language
from kb.model.plain_json import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question of a batch; `after` is the key of an earlier one that it goes on from."""

    key: str
    text: str
    language: Language | None
    day: date | None
    after: str | None


def read_question_line(data: Json, path: Path, *, day: date | None, lang: TextLanguage) -> AskedQuestion:
    """The question of an object; raises WrongCall, naming it, for a value that is none."""
    try:
        language = TextLanguage(data.get("lang") or lang.value).given()
    except ValueError:
        raise WrongCall(f"{path}, question {data['id']}: lang {data['lang']!r}, expected kk, ru or auto") from None
    return AskedQuestion(
        key=data["id"],
        text=data["q"],
        language=language,
        day=read_day(_text_of(data, "as_of", path, expected="YYYY-MM-DD")) or day,
        after=_text_of(data, "after", path, expected="the id of an earlier question"),
    )


def _text_of(data: Json, key: str, path: Path, *, expected: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise WrongCall(f"{path}, question {data['id']}: {key} {value!r}, expected {expected}")
    return value
