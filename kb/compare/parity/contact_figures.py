"""The numbers to call, the sites and the times of the clock that a clause names."""

import re
from collections.abc import Iterator

from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.sign import ParityKind, Sign
from kb.compare.parity.wording import words

_DIGITS = re.compile(r"\d+")
# Letters that look or are read alike in both scripts: in which of them an address is typed, nobody sees.
_LOOKALIKES = str.maketrans("абвгджзиклмнопрстуфхыеіhqrsuvx", "abbgdjziklmnoppctyfnyeinkpcybn")


def read_telephones(text: ClauseText) -> Iterator[Sign]:
    """Telephone numbers by their digits, however they are grouped."""
    for found in words("telephones", text.language).finditer(text.plain):
        value = "".join(_DIGITS.findall(found[0]))
        yield Sign(kind=ParityKind.TELEPHONE, value=value, start=found.start(), end=found.end())


def read_times(text: ClauseText) -> Iterator[Sign]:
    """Times as `9:00`, of clauses that speak of hours: elsewhere such figures are prices and numbers of clauses."""
    if not words("hours", text.language).search(text.plain):
        return
    for found in words("times", text.language).finditer(text.plain):
        value = f"{int(found['hour'])}:{found['minute']}"
        yield Sign(kind=ParityKind.SCHEDULE, value=value, start=found.start(), end=found.end())


def read_sites(text: ClauseText) -> Iterator[Sign]:
    """Sites and mail boxes, each once, a site without the path in it; the other text may call a site by its name."""
    told = set()
    for found in words("sites", text.language).finditer(text.plain):
        value = "".join(found["name"].split()).translate(_LOOKALIKES)
        if value not in told:
            told.add(value)
            yield Sign(kind=ParityKind.WEB, value=value, start=found.start(), end=found.end(), light=True)
