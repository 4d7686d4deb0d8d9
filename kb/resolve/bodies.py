"""Printed names of providers and issuers → bodies."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from kb.model import Evidence, Language
from kb.norms import NormsError
from kb.norms.bodies import ancestors, body, body_on
from kb.resolve.body_spans import Reading, Span, read_spans
from kb.resolve.body_words import MatchKind, body_wording

CACHED_NAMES = 20_000
LONGEST_NAME = 4_000  # letters; a longer text is no name, and the time of reading one grows faster than its length
CONFIDENCE: dict[MatchKind, float] = {"name": 1.0, "alias": 0.98, "abbreviation": 0.95, "damaged": 0.9, "partial": 0.8}


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMatch:
    """A body that a text names: `parent` where the text names that too, `part` a unit of it (a code of bodies.yaml).

    `others` are the further bodies of a joint name; `confidence` is the least of all of them, from 0 to 1.
    """

    code: str
    confidence: float
    kind_of_match: MatchKind
    parent: str | None = None
    part: str | None = None
    others: tuple["BodyMatch", ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all bodies named, in the order of the text, each once."""
        return tuple(dict.fromkeys((self.code, *(other.code for other in self.others))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A name that a person has to look at: the bodies it may mean, why, and where it stands if it is of a statement."""

    text: str
    candidates: tuple[str, ...]
    reason: str
    evidence: Evidence | None = None
    statement: str | None = None


class _UnsureError(Exception):
    """Why a reading cannot be trusted; never leaves this module."""


@lru_cache(maxsize=CACHED_NAMES)
def resolve_body(
    text: str, language: Language, day: date | None = None, within: str | None = None
) -> BodyMatch | Doubt:
    """The body or bodies that a printed name means, or a Doubt wherever a word of it is not accounted for.

    `day` tells abbreviations of several bodies apart by who was there; `within` is the body that a bare «the Ministry»
    means in this text.
    """
    language = Language.RU if language is Language.RU else Language.KK
    if len(text) > LONGEST_NAME:
        return Doubt(text=text, candidates=(), reason=f"a text of {len(text)} letters is no name of a body")
    reading = read_spans(text, language)
    try:
        spans = _settle(reading, day, within)
        matches = _matches(spans, reading)
    except _UnsureError as doubt:
        candidates = tuple(dict.fromkeys(code for span in reading.spans for code in span.codes))
        return Doubt(text=text, candidates=candidates, reason=str(doubt))
    least = min(match.confidence for match in matches)
    return replace(matches[0], confidence=least, others=tuple(matches[1:]))


def normal_name(match: BodyMatch, language: Language, day: date | None = None) -> str:
    """The official names in nominative, joined by commas: those of `day`, or the last ones without a day.

    A body that was not there on the day has its nearest name; a committee has the parent that the text names in
    brackets.
    """
    language = Language.RU if language is Language.RU else Language.KK
    return ", ".join(dict.fromkeys(_show(one, language, day) for one in (match, *match.others)))


def _settle(reading: Reading, day: date | None, within: str | None) -> list[Span]:
    """The spans with one body each and every word accounted for; raises _UnsureError."""
    spans = [_choose(span, reading, day) for span in reading.spans]
    loose = reading.loose_heads
    bare = [at for at in loose if reading.is_bare_ministry(at)]
    if set(loose) - set(bare):
        raise _UnsureError(f"«{reading.words[min(set(loose) - set(bare))].plain}» belongs to no known name")
    if bare and not _have_ministry(spans):
        if within is None or body(within).kind != "ministry" or spans:
            raise _UnsureError("the text does not say which ministry")
        spans = [Span(bare[0], bare[0] + 1, (within,), "alias")]
    if not spans:
        raise _UnsureError("no body is named")
    organised = any(body(span.codes[0]).kind in ("organisation", "organisation_class") for span in spans)
    if reading.legal_forms and not organised:
        raise _UnsureError("an enterprise or company that is not known")
    for span in spans:
        stranger = reading.stranger_beside(span)
        if stranger is not None:
            raise _UnsureError(f"«{reading.words[stranger].plain}» beside the name is not part of any known name")
    return _nest(spans, reading)


def _choose(span: Span, reading: Reading, day: date | None) -> Span:
    """The span with one code: by the other names of the text, then by who was there on the day."""
    if len(span.codes) == 1:
        return span
    sure = [other for other in reading.spans if len(other.codes) == 1]
    related = [code for code in span.codes if any(_tells(other, code, span, reading) for other in sure)]
    alive = [code for code in related or span.codes if day is None or _is_there(code, day)]
    if len(alive) != 1:
        raise _UnsureError("the name stands for several bodies")
    return replace(span, codes=(alive[0],))


def _tells(other: Span, code: str, span: Span, reading: Reading) -> bool:
    """Whether a sure name beside an abbreviation shows that it means `code`: its full name, or a body below it."""
    if code == other.codes[0]:
        return reading.explains(span, other)
    first, second = sorted((span, other), key=lambda one: one.start)
    return code in ancestors(other.codes[0]) and reading.joined(first, second)


def _is_there(code: str, day: date) -> bool:
    try:
        body_on(code, day)
    except NormsError:
        return False
    return True


def _have_ministry(spans: list[Span]) -> bool:
    """Whether a named body lies in a ministry that the text may leave without its name."""
    return any(body(code).kind == "ministry" for span in spans for code in ancestors(span.codes[0]))


def _nest(spans: list[Span], reading: Reading) -> list[Span]:
    """Spans without those that only name the parent of the next one; raises _UnsureError where two do not belong."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept else None
        if before is None or not reading.joined(before, span):
            kept.append(span)
            continue
        one, other = before.codes[0], span.codes[0]
        if one == other:
            kept[-1] = replace(before, end=span.end, part=before.part or span.part)
        elif one in ancestors(other):
            kept[-1] = replace(span, start=before.start, parent=one)
        elif other in ancestors(one):
            kept[-1] = replace(before, end=span.end, parent=before.parent or other, part=before.part or span.part)
        else:
            raise _UnsureError(f"{other} is not known as a body of {one}")
    return kept


def _matches(spans: list[Span], reading: Reading) -> list[BodyMatch]:
    found: dict[str, BodyMatch] = {}
    for span in spans:
        code = span.codes[0]
        levels = _levels(reading, span) if code == "local-body" else ()
        for one in levels or (code,):
            match = BodyMatch(
                code=one,
                confidence=CONFIDENCE[span.how],
                kind_of_match=span.how,
                parent=span.parent,
                part=span.part or reading.part_beside(span),
            )
            found[one] = _merge(found[one], match) if one in found else match
    return list(found.values())


def _merge(one: BodyMatch, other: BodyMatch) -> BodyMatch:
    """One match of a body that a text names twice, as sure as the surer of them."""
    surer = max(one, other, key=lambda match: match.confidence)
    return replace(surer, parent=one.parent or other.parent, part=one.part or other.part)


def _levels(reading: Reading, span: Span) -> tuple[str, ...]:
    places = reading.places_of(span)
    levels = body_wording()["levels"]
    return tuple(code for code, patterns in levels.items() if re.search(patterns[reading.language], places))


def _show(match: BodyMatch, language: Language, day: date | None) -> str:
    name = _name(match.code, language, day)
    if match.parent and body(match.code).kind in ("committee", "department", "service"):
        parent = _name(match.parent, language, day)
        name = f"{name} ({parent})"
    if match.part:
        name = body_wording()["shown_parts"][match.part][language].format(name=name)
    return name


def _name(code: str, language: Language, day: date | None) -> str:
    names = body(code).names
    if day is None:
        return names[-1].in_language(language)
    near = [name for name in names if name.since <= day] or names[:1]
    return near[-1].in_language(language)
