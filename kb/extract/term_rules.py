"""How a text itself says that its terms are counted: the day of acceptance, days off, the day before the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kb.extract.passage import Passage, cut_passage
from kb.extract.wording import coded_wording, wording
from kb.model import Document, Evidence, SourceKind

FILE = "term_rules"
LONGEST_PART = 200_000  # an annex of the real acts read has 60 thousand characters; a whole code is not searched
BEFORE, BEHIND = 120, 80  # words of «is extended» stand within this reach of the number in the real texts read
SENTENCE_ENDS = ".;\n"


class TermRuleKind(StrEnum):
    """What a rule is about."""

    FILING_DAY_NOT_COUNTED = "filing_day_not_counted"
    FILING_DAY_COUNTED = "filing_day_counted"
    ACCEPTED_NEXT_WORKING_DAY = "accepted_next_working_day"
    DELIVERED_DAY_BEFORE = "delivered_day_before"
    RESULT_DAY_BEFORE = "result_day_before"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRule:
    """One rule with its words; `on_paper` where the sentence speaks of the State Corporation only."""

    kind: TermRuleKind
    evidence: Evidence
    on_paper: bool


class ExtensionReading(StrEnum):
    """Whether a number is added to a term, is its new whole length, or may be read both ways."""

    ADDED = "added"
    WHOLE = "whole"
    OPEN = "open"


def read_term_rules(document: Document, clause: str | None) -> tuple[TermRule, ...]:
    """The rules in the part of the document that `clause` stands in (its annex, its section), in reading order; none
    without a clause and for a part too long to be one standard."""
    start, end = _part_of(document, clause)
    if not 0 < end - start <= LONGEST_PART:
        return ()
    inner = [one for one in document.clauses if start <= one.start and one.end <= end]
    passage = cut_passage(document, start, end, service="", source_kind=SourceKind.ACT, clause=clause, inner=inner)
    found = sorted(_rules(passage), key=lambda rule: rule.evidence.start)
    return tuple({(rule.kind, rule.on_paper, rule.evidence.start): rule for rule in found}.values())


def read_extension(document: Document, evidence: Evidence) -> ExtensionReading:
    """How the number of an extension is meant, by the words around its evidence."""
    start, end = max(0, evidence.start - BEFORE), min(len(document.text), evidence.end + BEHIND)
    passage = cut_passage(document, start, end, service="", source_kind=SourceKind.ACT)
    first, last = _sentence(passage.plain, evidence.start - start, evidence.end - start)
    words = passage.plain[first:last]
    added, whole = (wording(FILE, key).search(words) for key in ("extension_by", "extension_to"))
    if bool(added) is bool(whole):
        return ExtensionReading.OPEN
    return ExtensionReading.ADDED if added else ExtensionReading.WHOLE


def _part_of(document: Document, clause: str | None) -> tuple[int, int]:
    if clause is None:
        return 0, 0
    top = clause.split("/", 1)[0]
    mine = [one for one in document.clauses if one.id == top or one.id.startswith(f"{top}/")]
    return (min(one.start for one in mine), max(one.end for one in mine)) if mine else (0, 0)


def _rules(passage: Passage) -> Iterator[TermRule]:
    for code, pattern in coded_wording(FILE, "rules"):
        for found in pattern.finditer(passage.plain):
            first, last = _sentence(passage.plain, found.start(), found.end())
            sentence = passage.plain[first:last]
            kind = _kind(code, sentence)
            yield TermRule(
                kind=kind,
                evidence=passage.cite(*passage.whole_words(found.start(), found.end())),
                on_paper=wording(FILE, "state_corporation").search(sentence) is not None,
            )


def _kind(code: str, sentence: str) -> TermRuleKind:
    if code != "day_before_end":
        return TermRuleKind(code)
    delivered = wording(FILE, "delivery").search(sentence)
    return TermRuleKind.DELIVERED_DAY_BEFORE if delivered else TermRuleKind.RESULT_DAY_BEFORE


def _sentence(plain: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span."""
    first = max(plain.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    ends = [place for place in (plain.find(mark, end) for mark in SENTENCE_ENDS) if place >= 0]
    return first, min(ends, default=len(plain))
