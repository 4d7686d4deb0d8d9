"""How well the base is searched, against committed floors; see docs/rooms.md."""

from kb.relevance.errors import BadData, NothingAsked, RelevanceError
from kb.relevance.experiment import (
    Experiment,
    Trial,
    experiment_names,
    read_experiment,
    run_experiment,
    weight_in_force,
)
from kb.relevance.floors import Floors, Shortfall, find_shortfalls, find_unmeasured, read_floors
from kb.relevance.grounds import opened_ground
from kb.relevance.material import Material
from kb.relevance.measuring import Asked, BaseQueries, Part, base_queries, measure_base
from kb.relevance.noise import Disturber, Noise, disturb_queries, script_disturber
from kb.relevance.row import Report, Row
from kb.relevance.service_ranking import run_results

__all__ = [
    "Asked",
    "BadData",
    "BaseQueries",
    "Disturber",
    "Experiment",
    "Floors",
    "Material",
    "Noise",
    "NothingAsked",
    "Part",
    "RelevanceError",
    "Report",
    "Row",
    "Shortfall",
    "Trial",
    "base_queries",
    "disturb_queries",
    "experiment_names",
    "find_shortfalls",
    "find_unmeasured",
    "measure_base",
    "opened_ground",
    "read_experiment",
    "read_floors",
    "run_experiment",
    "run_results",
    "script_disturber",
    "weight_in_force",
]
