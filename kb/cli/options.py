"""Options that several commands share."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from kb.cli.failures import WrongCall
from kb.model import Language


class WordLanguage(StrEnum):
    """Language of what a command writes."""

    KK = "kk"
    RU = "ru"
    EN = "en"


class TextLanguage(StrEnum):
    """Language of a text that is given; `auto` tells it from the text."""

    KK = "kk"
    RU = "ru"
    AUTO = "auto"

    def given(self) -> Language | None:
        """The language, or None where it is to be told from the text."""
        return None if self is TextLanguage.AUTO else Language(self.value)

    def words(self) -> Language:
        """The language of what is written around the results."""
        return self.given() or Language.KK


Lang = Annotated[WordLanguage, typer.Option("--lang", help="Language of the output.")]
TextLang = Annotated[TextLanguage, typer.Option("--lang", help="Language of the text.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day that is asked about.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def read_day(text: str | None) -> date | None:
    """The day of `--as-of`; raises WrongCall when it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongCall(f"{text!r} is not a day; expected YYYY-MM-DD") from None
