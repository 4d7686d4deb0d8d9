"""Printed figures that others of their report decide on otherwise, as clashes of two places of the report."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kb.compare.clash import Clash, Point, Words
from kb.model import Document, Evidence, FindingClass, FindingSeverity, Language, SourceKind
from kb.model.monitoring import Recomputed, Standing
from kb.monitoring import MonitoringError, recompute, recomputed_words

REPORT_LAYOUT = "report"
KEPT = 2  # reports in memory at a time: the services of one report are checked one after the other
LOST = "cells_lost"  # of the text that was read, perhaps not of the report
OF_SERVICE, OF_OTHERS = "recomputed", "recomputed_of"


class ReportClashes:
    """The differences of reports, by the digest of their body; each report is computed anew once."""

    def __init__(self, text_of: Callable[[str], Document | None]) -> None:
        self._text_of = text_of
        self._known: OrderedDict[str, tuple[tuple[str, Clash], ...]] = OrderedDict()

    def of_service(self, keys: Collection[str], snapshots: Collection[str]) -> tuple[Clash, ...]:
        """Those of a service, by the keys that reports mention it under."""
        told = (clash for one in snapshots for key, clash in self._read(one) if key in keys)
        return tuple(replace(clash, reason=OF_SERVICE) for clash in told)

    def of_others(self, snapshot: str, mentioned: Collection[str]) -> tuple[Clash, ...]:
        """Those of bodies, regions, channels and totals: of nothing that the report mentions as a service."""
        return tuple(clash for key, clash in self._read(snapshot) if key not in mentioned)

    def _read(self, snapshot: str) -> tuple[tuple[str, Clash], ...]:
        if snapshot not in self._known:
            document = self._text_of(snapshot)
            self._known[snapshot] = tuple(_differences(document)) if document else ()
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(snapshot)
        return self._known[snapshot]


def _differences(document: Document) -> Iterator[tuple[str, Clash]]:
    """Each difference with the code of what it is of."""
    try:
        found = recompute(document)
    except MonitoringError:
        return  # most documents print nothing that follows from other figures
    speaker = SourceKind.SURVEY if document.layout == REPORT_LAYOUT else SourceKind.NEWS
    for one in found.figures:
        if one.standing is Standing.DIFFERS and one.ground:
            code, _, words = one.subject.partition(": ")
            yield code, _clash(one, words or code, speaker, document)


def _clash(one: Recomputed, subject: str, speaker: SourceKind, document: Document) -> Clash:
    words: dict[str, Words] = {
        "figure": _by_language(lambda language: recomputed_words("rules", one.rule, language)),
        "why": _by_language(lambda language: recomputed_words("reasons", one.reason or "", language)),
        "printed": _by_language(lambda language: _digits(one.printed, language)),
        "computed": _by_language(lambda language: _bounds(one, language)),
        "value": one.printed,
        "low": one.low or Decimal(0),
        "high": one.high or Decimal(0),
        "subject": subject,
    }
    return Clash(
        kind=FindingClass.STATISTICS,
        a=Point(evidence=one.evidence, source_kind=speaker),
        b=Point(evidence=_place(one.ground, document), source_kind=speaker),
        reason=OF_OTHERS,
        words=words,
        severity=FindingSeverity.LOW if one.reason == LOST else None,
    )


def _place(ground: Sequence[Evidence], document: Document) -> Evidence:
    """The figures that one was computed from: all of them where they stand in one line, else the first."""
    first, last = ground[0], ground[-1]
    in_line = all(one.line == first.line and one.clause == first.clause for one in ground)
    if not in_line or last.end <= first.start:
        return first
    return document.cite(min(one.start for one in ground), max(one.end for one in ground), first.clause)


def _bounds(one: Recomputed, language: Language) -> str:
    bounds = dict.fromkeys((one.low or Decimal(0), one.high or Decimal(0)))
    return "–".join(_digits(bound, language) for bound in bounds)


def _digits(number: Decimal, language: Language) -> str:
    """A number with the digits that are printed: «4,50» is not «4,5»."""
    return str(number) if language is Language.EN else str(number).replace(".", ",")


def _by_language(words: Callable[[Language], str]) -> dict[Language, str]:
    return {language: words(language) for language in Language}
