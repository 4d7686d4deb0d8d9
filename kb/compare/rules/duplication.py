"""What one act tells twice."""

from kb.compare.within_act import act_rules
from kb.model import FindingClass

RULES = act_rules(FindingClass.DUPLICATION)
