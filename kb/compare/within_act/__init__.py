"""What one act says against itself: rules against their table, rows against rows, annexes against citations."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.rule import ActRule
from kb.compare.within_act.annexes import find_annex_clashes
from kb.compare.within_act.by_texts import ByTexts
from kb.compare.within_act.case_rows import find_missing_cases
from kb.compare.within_act.case_terms import find_term_clashes
from kb.compare.within_act.cited_items import find_missing_items
from kb.compare.within_act.contacts import find_contact_clashes
from kb.compare.within_act.internal_references import find_wrong_references
from kb.compare.within_act.number_words import find_number_clashes
from kb.compare.within_act.obtained_documents import find_obtained_documents
from kb.compare.within_act.opposed_wording import find_opposed
from kb.compare.within_act.repeats import find_repeats
from kb.compare.within_act.same_items import find_differing_items
from kb.compare.within_act.schedules import find_schedule_clashes
from kb.compare.within_act.told_names import find_name_clashes
from kb.model import FindingClass, FindingSeverity

CHECKS: tuple[tuple[Callable[[ActMaterial], Iterable[Clash]], FindingSeverity], ...] = (
    (find_opposed, FindingSeverity.MEDIUM),
    (find_wrong_references, FindingSeverity.MEDIUM),
    (find_missing_items, FindingSeverity.MEDIUM),
    (find_annex_clashes, FindingSeverity.LOW),
    (find_missing_cases, FindingSeverity.MEDIUM),
    (find_term_clashes, FindingSeverity.HIGH),
    (find_number_clashes, FindingSeverity.MEDIUM),
    (find_obtained_documents, FindingSeverity.MEDIUM),
    (find_differing_items, FindingSeverity.MEDIUM),
    (find_schedule_clashes, FindingSeverity.LOW),
    (find_contact_clashes, FindingSeverity.MEDIUM),
    (find_name_clashes, FindingSeverity.LOW),
    (find_repeats, FindingSeverity.LOW),
)


def act_rules(kind: FindingClass) -> tuple[ActRule, ...]:
    """The rules that give what an act says against itself in one class; each clash tells its own severity."""
    return (ActRule(kind=kind, severity=FindingSeverity.MEDIUM, check=partial(_of_kind, kind)),)


def _of_kind(kind: FindingClass, material: ActMaterial) -> Iterator[Clash]:
    return (one for one in _clashes(ByTexts(material, material.texts)) if one.kind is kind)


@lru_cache(maxsize=1)  # the rules of all classes ask for one act in turn
def _clashes(material: ByTexts[ActMaterial]) -> tuple[Clash, ...]:
    return tuple(replace(one, severity=severity) for check, severity in CHECKS for one in check(material.content))
