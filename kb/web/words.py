"""Interface words of one language, read from data/<language>.yaml."""

from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from kb.model import Language
from kb.norms import show_number
from kb.yaml_text import parse_yaml


class Words:
    """Calling it with a dotted key gives the words; an unknown key raises KeyError."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._entries = _read(language)

    def __call__(self, key: str, **values: object) -> str:
        """The words under `key` with its places filled."""
        return str(self.entry(key)).format(**values)

    def __contains__(self, key: str) -> bool:
        try:
            self.entry(key)
        except KeyError:
            return False
        return True

    def lines(self, key: str) -> list[str]:
        """A list of sentences."""
        return [str(line) for line in self.entry(key)]

    def count(self, key: str, number: Decimal | int, **values: object) -> str:
        """The words under `key` in the plural form of `number`, which fills the place `n`."""
        forms: dict[str, str] = self.entry(key)
        form = plural_form(Decimal(number), self.language)
        return forms.get(form, forms["other"]).format(n=self.number(number), **values)

    def number(self, number: Decimal | int | float) -> str:
        """The number as the language writes it."""
        return show_number(Decimal(str(number)), self.language)

    def day(self, day: date) -> str:
        """The date as it is written in Kazakhstan; ISO in English."""
        return day.isoformat() if self.language is Language.EN else day.strftime("%d.%m.%Y")

    def day_in_words(self, day: date) -> str:
        """The date with the month by its name: `2017 жылғы 1 қазан`."""
        return self("date.words", year=day.year, month=self.lines("date.months")[day.month - 1], day=day.day)

    def entry(self, key: str) -> Any:
        """What stands under a dotted key; raises KeyError naming the key."""
        entry: Any = self._entries
        for part in key.split("."):
            if not isinstance(entry, dict) or part not in entry:
                raise KeyError(f"{self.language}: no interface words under {key}")
            entry = entry[part]
        return entry


@cache
def words_in(language: Language) -> Words:
    """The words of a language, read once."""
    return Words(language)


def plural_form(number: Decimal, language: Language) -> str:
    """The CLDR plural category of a number: Kazakh has one form here, Russian four, English two."""
    if language is Language.KK or number != number.to_integral_value():
        return "other"
    if language is Language.EN:
        return "one" if number == 1 else "other"
    tens, ones = int(abs(number)) % 100, int(abs(number)) % 10
    if ones == 1 and tens != 11:
        return "one"
    return "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"


def _read(language: Language) -> dict[str, Any]:
    text = resources.files("kb.web").joinpath(f"data/{language.value}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_yaml(text)
    return data
