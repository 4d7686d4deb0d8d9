"""What acts rest on: references that lead nowhere or to what does not hold."""

from kb.compare.legal_basis.act_cycles import find_act_issues
from kb.compare.legal_basis.basis_fault import BasisFault, BasisKind
from kb.compare.legal_basis.basis_faults import find_basis_faults

__all__ = ["BasisFault", "BasisKind", "find_act_issues", "find_basis_faults"]
