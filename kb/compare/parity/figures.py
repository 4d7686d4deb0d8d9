"""The figures of a clause: terms, prices, shares, dates, numbers of acts and of clauses, and all other numbers."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kb.compare.parity.clause_text import LABEL, ClauseText
from kb.compare.parity.contact_figures import read_sites, read_telephones, read_times
from kb.compare.parity.sign import ParityKind, Sign
from kb.compare.parity.wording import words
from kb.extract.act_dates import find_dates
from kb.extract.clause_units import find_chains
from kb.extract.prices import find_prices, skip_gap
from kb.extract.references import NUMBER
from kb.extract.spans import Spans
from kb.extract.terms import LONG, find_terms
from kb.extract.wording import wording
from kb.text import NumberKind, find_numbers

# Parts and sentences of a clause are counted otherwise in the other language.
ADDRESSED = ("annex", "article", "point", "sub")
_DIGITS = re.compile(r"\d+")
_OPENED = re.compile(r"\s?\(\s?")
_SIZE = re.compile(r"(?<![\w,.])(\d+(?:[.,]\d+)?)\s?[хx×*]\s?(\d+(?:[.,]\d+)?)")


def read_figures(text: ClauseText) -> list[Sign]:
    """All of them in reading order; a number is of one sign only."""
    prices, places = list(_prices(text)), [*_dates(text), *_act_numbers(text), *_sizes(text)]
    places += [*read_telephones(text), *read_times(text), *read_sites(text)]
    taken = _spans(prices)
    measured = [*prices, *(one for one in _terms(text) if not taken.meets(one.start, one.end))]
    taken = _spans([*measured, *places])
    numbers = [one for one in [*_numbers(text), *_compounds(text)] if not taken.meets(one.start, one.end)]
    return sorted([*measured, *places, *numbers, *_contradicted(text), *_addresses(text)], key=lambda one: one.start)


def _spans(signs: list[Sign]) -> Spans:
    return Spans((one.start, one.end) for one in signs)


def shown(value: Decimal) -> str:
    """A number as it is compared: no exponent, no closing zeros."""
    return format(value.normalize(), "f")


def _amounts(least: Decimal | None, value: Decimal | None) -> tuple[str, ...]:
    return tuple(shown(one) for one in (least, value) if one is not None)


def _measured(
    kind: ParityKind, amounts: tuple[str, ...], unit: str, place: tuple[int, int], *, light: bool = False
) -> Sign:
    value = f"{'–'.join(amounts)} {unit}"
    return Sign(kind=kind, value=value, start=place[0], end=place[1], amounts=amounts, unit=unit, light=light)


def _terms(text: ClauseText) -> Iterator[Sign]:
    for one in find_terms(text.folding.text, text.plain):
        # «a year», «one year»: a single long unit needs no number
        light = one.value == 1 and one.unit in LONG
        amounts = _amounts(one.least, one.value)
        yield _measured(ParityKind.TERM, amounts, one.unit.value, (one.start, one.end), light=light)


def spoken_terms(text: ClauseText) -> Iterator[Sign]:
    """Also «within a month», «on the day of filing»: terms that need no number, which the other text may print."""
    for one in find_terms(text.folding.text, text.plain, bare=True):
        if one.value is not None:
            amounts = _amounts(one.least, one.value)
            yield _measured(ParityKind.TERM, amounts, one.unit.value, (one.start, one.end), light=True)


def _prices(text: ClauseText) -> Iterator[Sign]:
    for one in find_prices(text.folding.text, text.plain):
        if one.fee.amount is not None:
            amounts = _amounts(one.fee.least, one.fee.amount)
            yield _measured(ParityKind.PRICE, amounts, one.fee.kind.value, (one.start, one.end))


def _dates(text: ClauseText) -> Iterator[Sign]:
    for found in find_dates(text.plain, 0, len(text.plain)):
        day = found.day
        printed = (str(day.day), str(day.year))
        yield Sign(kind=ParityKind.DATE, value=day.isoformat(), start=found.start, end=found.end, amounts=printed)


def _act_numbers(text: ClauseText) -> Iterator[Sign]:
    for found in NUMBER.finditer(text.plain):
        figures = "-".join(_DIGITS.findall(found["number"]))
        yield Sign(kind=ParityKind.ACT_NUMBER, value=figures, start=found.start(), end=found.end())


def _sizes(text: ClauseText) -> Iterator[Sign]:
    for found in _SIZE.finditer(text.plain):
        value = "x".join(shown(Decimal(side.replace(",", "."))) for side in found.groups())
        yield Sign(kind=ParityKind.NUMBER, value=value, start=found.start(), end=found.end())


def _addresses(text: ClauseText) -> Iterator[Sign]:
    label = LABEL.match(text.plain)
    own = label.end() if label else 0  # «2) additional papers» is no annex 2 in Kazakh
    for chain in find_chains(text.plain, text.language):
        for unit in (unit for unit in chain.units if unit.kind in ADDRESSED and unit.start >= own):
            for number in unit.numbers:
                for value in number.values:
                    yield Sign(
                        kind=ParityKind.ADDRESS,
                        value=f"{unit.kind} {value}",
                        start=unit.start,
                        end=unit.end,
                        amounts=(value,),
                        unit=unit.kind,
                        light=value != number.printed and value not in _DIGITS.findall(number.printed),
                    )


def _numbers(text: ClauseText) -> Iterator[Sign]:
    barred = Spans(match.span() for match in words("no_numbers", text.language).finditer(text.plain))
    for number in find_numbers(text.folding.text):
        if barred.meets(number.start, number.end):
            continue
        percent = wording("fee", "percent").match(text.plain, skip_gap(text.plain, number.end))
        amounts = _amounts(None, number.value)
        yield Sign(
            kind=ParityKind.PERCENT if percent else ParityKind.NUMBER,
            value=f"{amounts[0]} %" if percent else amounts[0],
            start=number.start,
            end=percent.end() if percent else number.end,
            amounts=amounts,
            light=number.kind is NumberKind.WORDS,
        )


def _contradicted(text: ClauseText) -> Iterator[Sign]:
    """Digits whose own words in brackets behind them say another number."""
    numbers = find_numbers(text.folding.text)
    for digits, spelled in pairwise(numbers):
        between = text.plain[digits.end : spelled.start]
        kinds = (digits.kind, spelled.kind)
        if kinds == (NumberKind.DIGITS, NumberKind.WORDS) and _OPENED.fullmatch(between):
            value = f"{shown(digits.value)} ({shown(spelled.value)})"
            if text.plain.startswith(")", spelled.end):
                yield Sign(kind=ParityKind.NUMBER, value=value, start=digits.start, end=spelled.end + 1)


def _compounds(text: ClauseText) -> Iterator[Sign]:
    for found in words("compound_numbers", text.language).finditer(text.plain):
        place = found.span("number")
        numbers = find_numbers(text.folding.text[place[0] : place[1]].rstrip("-"))
        if len(numbers) == 1 and numbers[0].start == 0:
            amounts = _amounts(None, numbers[0].value)
            yield Sign(kind=ParityKind.NUMBER, value=amounts[0], start=found.start(), end=found.end(), amounts=amounts)
