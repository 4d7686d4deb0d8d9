"""What one act says against itself: rules against their table, rows against rows, annexes against citations."""

from kb.compare.rule import ActRule
from kb.compare.within_act.annexes import find_annex_clashes
from kb.compare.within_act.case_terms import find_term_clashes
from kb.compare.within_act.cited_items import find_missing_items
from kb.compare.within_act.contacts import find_contact_clashes
from kb.compare.within_act.internal_references import find_wrong_references
from kb.compare.within_act.obtained_documents import find_obtained_documents
from kb.compare.within_act.opposed_wording import find_opposed
from kb.compare.within_act.repeats import find_repeats
from kb.compare.within_act.told_names import find_name_clashes
from kb.model import FindingClass, FindingSeverity

_CHECKS = (
    (find_opposed, FindingSeverity.MEDIUM),
    (find_wrong_references, FindingSeverity.MEDIUM),
    (find_missing_items, FindingSeverity.MEDIUM),
    (find_annex_clashes, FindingSeverity.LOW),
    (find_term_clashes, FindingSeverity.HIGH),
    (find_obtained_documents, FindingSeverity.MEDIUM),
    (find_contact_clashes, FindingSeverity.MEDIUM),
    (find_name_clashes, FindingSeverity.LOW),
    (find_repeats, FindingSeverity.LOW),
)

ACT_RULES = tuple(
    ActRule(kind=FindingClass.WITHIN_RECORD, severity=severity, check=check) for check, severity in _CHECKS
)
