"""Two sides of one kind («act» against «act») told apart by what a person can look up."""

from collections.abc import Mapping
from dataclasses import replace

from kb.compare.clash import Clash, Point
from kb.model import Language
from kb.norms import label, show_clause


def name_apart(clash: Clash) -> Clash:
    """The clash with each speaker named by act or clause where both sides are of one kind; else as it is."""
    a, b = clash.a, clash.b
    if a.source_kind is not b.source_kind:
        return clash
    if a.evidence.act and b.evidence.act and a.evidence.act != b.evidence.act:
        named = {"speaker_a": _by_act(a), "speaker_b": _by_act(b)}
    elif a.evidence.clause and b.evidence.clause and a.evidence.clause != b.evidence.clause:
        named = {"speaker_a": _by_clause(a), "speaker_b": _by_clause(b)}
    else:
        return clash
    return replace(clash, words={**clash.words, **named})


def _by_act(point: Point) -> Mapping[Language, str]:
    return {each: f"{_kind(point, each)} {point.evidence.act}" for each in Language}


def _by_clause(point: Point) -> Mapping[Language, str]:
    return {each: f"{_kind(point, each)} ({show_clause(point.evidence.clause or '', each)})" for each in Language}


def _kind(point: Point, language: Language) -> str:
    return label("source_kind", point.source_kind.value, language)
