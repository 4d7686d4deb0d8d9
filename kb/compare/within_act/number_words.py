"""A number of a term against the words in brackets behind it."""

import re
from collections.abc import Iterator

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.told import told_in
from kb.extract.gap_reasons import GapReason
from kb.extract.terms import find_terms
from kb.model import FindingClass

BRACKET = re.compile(r"\d\s?\(")


def find_number_clashes(material: ActMaterial) -> Iterator[Clash]:
    """Each term whose figure and words differ; nothing stands against it but itself, so that both sides are it."""
    for text in material.texts:
        for told in told_in(text):
            if not BRACKET.search(told.text.plain):
                continue
            for term in find_terms(told.text.folding.text, told.text.plain):
                if term.fault is GapReason.CONTRADICTORY:
                    side = told.point(term.start, term.end)
                    yield Clash(kind=FindingClass.WITHIN_RECORD, a=side, b=side, reason="number_unlike_words")
