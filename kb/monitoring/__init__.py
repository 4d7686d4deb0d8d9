"""Public monitoring: answers of people in, measures and ratings out, printed figures of reports computed anew."""

from kb.monitoring.answers import EVERYTHING, Group, Pooled, Selection, answer_pairs, pool_answers, wave_services
from kb.monitoring.correlations import Correlation, CorrelationKind, correlate
from kb.monitoring.errors import BadMarks, MonitoringError, NotComparable, NothingAnswered, UnknownWave, WaveExists
from kb.monitoring.importing import ImportReport, import_wave
from kb.monitoring.ratings import Flag, Measure, RatedRow, Rating, rate, require_comparable
from kb.monitoring.report.printed import LostRow
from kb.monitoring.report.recomputing import Recomputation, count_standings, recompute
from kb.monitoring.shapes import lost_to_json, rated_to_json, recomputed_to_json
from kb.monitoring.template import question_kinds, question_words, recomputed_words
from kb.monitoring.tension import tension_by
from kb.monitoring.wave_store import WaveStore

__all__ = [
    "EVERYTHING",
    "BadMarks",
    "Correlation",
    "CorrelationKind",
    "Flag",
    "Group",
    "ImportReport",
    "LostRow",
    "Measure",
    "MonitoringError",
    "NotComparable",
    "NothingAnswered",
    "Pooled",
    "RatedRow",
    "Rating",
    "Recomputation",
    "Selection",
    "UnknownWave",
    "WaveExists",
    "WaveStore",
    "answer_pairs",
    "correlate",
    "count_standings",
    "import_wave",
    "lost_to_json",
    "pool_answers",
    "question_kinds",
    "question_words",
    "rate",
    "rated_to_json",
    "recompute",
    "recomputed_to_json",
    "recomputed_words",
    "require_comparable",
    "tension_by",
    "wave_services",
]
