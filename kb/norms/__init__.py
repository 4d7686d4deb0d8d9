"""See docs/rooms.md."""

from kb.norms.act_force import ConflictRule, Force, compare_force, conflict_rules, force_of
from kb.norms.clause_path import show_clause
from kb.norms.document_types import NamedDocument, find_document_type, find_document_types
from kb.norms.errors import NormsError
from kb.norms.fee_words import show_fee
from kb.norms.labels import codes, label
from kb.norms.mrp import Mrp, mrp_on, mrp_period, mrp_until
from kb.norms.portals import Portal, find_portals, portal_of, portals
from kb.norms.quantities import show_number, show_term
from kb.norms.region_history import DatedRegion, UnknownRegionError, find_region, region_named, region_on, successors
from kb.norms.regions import Region, regions
from kb.norms.systems import find_system, find_systems
from kb.norms.tenge import fee_in_tenge, round_tenge
from kb.norms.value_notes import show_deadline, value_notes

# kb.norms.working_days and kb.norms.term_ends are doors of their own: they load the package of holidays.
__all__ = [
    "ConflictRule", "DatedRegion", "Force", "Mrp", "NamedDocument", "NormsError", "Portal", "Region",
    "UnknownRegionError", "codes", "compare_force", "conflict_rules", "fee_in_tenge", "find_document_type",
    "find_document_types", "find_portals", "find_region", "find_system", "find_systems", "force_of", "label",
    "mrp_on", "mrp_period", "mrp_until", "portal_of", "portals", "region_named", "region_on", "regions", "round_tenge",
    "show_clause", "show_deadline", "show_fee", "show_number", "show_term", "successors", "value_notes",
]  # fmt: skip
