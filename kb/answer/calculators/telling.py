"""Sentences of the calculators in every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kb.answer.errors import AnswerError
from kb.answer.wording import read_wording
from kb.model import Language
from kb.norms import show_number

FILE = "calculators"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence or formula: `code` names it for programs, `words` say it by language."""

    code: str
    words: Mapping[Language, str]


Place = Decimal | int | date | str | Told | Mapping[Language, str]


def tell(code: str, **places: Place) -> Told:
    """The sentence `code` of `data/calculators.yaml` with its places filled; raises AnswerError when it is missing.

    Numbers and days are written as each language writes them, a Told or a mapping gives its own words.
    """
    phrases = read_wording(FILE).get(code)
    if phrases is None or set(phrases) != {language.value for language in Language}:
        raise AnswerError(f"kb/answer/data/{FILE}.yaml has no {code!r} in kk, ru and en; write it there")
    return Told(
        code=code,
        words={
            language: phrases[language.value].format(**{name: _show(one, language) for name, one in places.items()})
            for language in Language
        },
    )


def show_date(day: date, language: Language) -> str:
    """A day as it is written in Kazakhstan, ISO in English: `12.10.2017`."""
    return day.isoformat() if language is Language.EN else day.strftime("%d.%m.%Y")


def _show(place: Place, language: Language) -> str:
    match place:
        case Told():
            return place.words[language]
        case Decimal() | int():
            return show_number(Decimal(place), language)
        case date():
            return show_date(place, language)
        case str():
            return place
    return place[language]
