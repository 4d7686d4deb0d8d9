"""Findings in plain words, by language; the wording is data (`data/why`)."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from kb.compare.clash import Clash, Point, Words
from kb.compare.errors import CompareError
from kb.model import Channel, Deadline, Fee, Language, Statement, Text
from kb.norms import codes, label, show_deadline, show_fee, show_number
from kb.yaml_text import parse_yaml

CODED = {"form": "form", "result_form": "form", "recipient": "recipient", "eligibility": "eligibility"}
LONGEST = 160  # characters of a quote inside an explanation; the whole of it stands beside
NO_VALUE = "no_value"

_TAGS = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_MARKUP = re.compile(r"\\(?=[^\w\s])|\*+|(?<!\S)>(?!\S)")  # of the Markdown that acts are archived in
_QUOTED = re.compile(r"[«\"“”']([^«»\"“”]*)[»\"“”']")


def explain(clash: Clash) -> dict[Language, str]:
    """Why this is a contradiction, in every language; raises CompareError for a reason without wording."""
    return {language: _fill(clash, "why", language) for language in Language}


def correct(clash: Clash) -> dict[Language, str] | None:
    """What to change, in every language; None where the wording proposes nothing."""
    if "correction" not in _entry(clash):
        return None
    return {language: _fill(clash, "correction", language) for language in Language}


def show_statement(statement: Statement, language: Language) -> str:
    """The value of a statement in words, the printed words in «» where it has no code."""
    value = statement.value
    match value:
        case Deadline():
            return show_deadline(value, language) or label("value_note", NO_VALUE, language)
        case Fee():
            return show_fee(value, language)
        case Channel(code=code):
            return label("channel", code.value, language)
        case Text(code=code, text=text):
            table = CODED.get(statement.attribute.value)
            if table and code in codes(table):
                return label(table, str(code), language)
            return shorten(text)
    return shorten(statement.evidence.quote)


def shorten(text: str) -> str:
    """Printed words in «» without markup and the mark that ends their line, cut at a word where they are long."""
    words = " ".join(_MARKUP.sub("", _TAGS.sub(" ", text)).split()).rstrip(".,;:")
    whole = _QUOTED.fullmatch(words)
    if whole:
        words = whole[1]
    elif words.count("«") != words.count("»"):  # one of a pair stands outside of what is quoted
        words = words.strip("«»")
        words = "«" * (words.count("»") - words.count("«")) + words + "»" * (words.count("«") - words.count("»"))
    words = words.replace("«", "“").replace("»", "”")
    if len(words) > LONGEST:
        cut = words.rfind(" ", 0, LONGEST)
        words = words[: cut if cut > 0 else LONGEST] + " …"
    return f"«{words}»"


def _fill(clash: Clash, part: str, language: Language) -> str:
    template: str = _entry(clash)[part][language.value]
    places = {
        "a": _point(clash.a, language),
        "b": _point(clash.b, language),
        "speaker_a": label("source_kind", clash.a.source_kind.value, language),
        "speaker_b": label("source_kind", clash.b.source_kind.value, language),
        **{name: _words(words, language) for name, words in clash.words.items()},
    }
    try:
        words = template.format(**places)
    except (KeyError, IndexError, ValueError) as problem:
        raise CompareError(
            f"kb/compare/data/why/{clash.kind.value}.yaml: {clash.reason}: the {part} in {language.value} "
            f"asks for {problem}; there are {', '.join(sorted(places))}"
        ) from problem
    return words[:1].upper() + words[1:]  # a sentence may begin with who speaks


def _point(point: Point, language: Language) -> str:
    return show_statement(point.statement, language) if point.statement else shorten(point.evidence.quote)


def _words(words: Words, language: Language) -> str:
    if isinstance(words, str):
        return words
    if isinstance(words, Decimal):
        return show_number(words, language)
    return words[language]


def _entry(clash: Clash) -> Mapping[str, Any]:
    reasons = _wording(clash.kind.value)
    if clash.reason not in reasons:
        raise CompareError(f"kb/compare/data/why/{clash.kind.value}.yaml has no words for the reason {clash.reason!r}")
    return reasons[clash.reason]


@cache
def _wording(kind: str) -> Mapping[str, Mapping[str, Any]]:
    """`reason: {why: {kk, ru, en}, correction: {kk, ru, en}}` of a class."""
    place = files("kb.compare").joinpath("data", "why", f"{kind}.yaml")
    try:
        entries: dict[str, dict[str, Any]] = parse_yaml(place.read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        raise CompareError(f"kb/compare/data/why/{kind}.yaml is missing: every rule explains itself") from problem
    for reason, entry in entries.items():
        for part, words in entry.items():
            if part not in ("why", "correction") or set(words) != {language.value for language in Language}:
                raise CompareError(f"kb/compare/data/why/{kind}.yaml: {reason}: {part} needs words in kk, ru and en")
    return entries
