"""The evaluation of state bodies: versions of the method, points, penalties, appeals, totals."""

from kb.monitoring.evaluation.appealing import BadAppeal, check_filing, check_move, due_day, following_states, who_may
from kb.monitoring.evaluation.comparing import Change, compare_methods
from kb.monitoring.evaluation.importing import read_point_rows, read_points
from kb.monitoring.evaluation.method_form import read_method
from kb.monitoring.evaluation.method_json import method_to_json, place_to_json
from kb.monitoring.evaluation.totals import BODY, Missing, Total, points_in_force, total_points
from kb.monitoring.evaluation.versions import own_methods, read_method_file
from kb.monitoring.evaluation.wording import evaluation_table, evaluation_words

__all__ = [
    "BODY",
    "BadAppeal",
    "Change",
    "Missing",
    "Total",
    "check_filing",
    "check_move",
    "compare_methods",
    "due_day",
    "evaluation_table",
    "evaluation_words",
    "following_states",
    "method_to_json",
    "own_methods",
    "place_to_json",
    "points_in_force",
    "read_method",
    "read_method_file",
    "read_point_rows",
    "read_points",
    "total_points",
    "who_may",
]
