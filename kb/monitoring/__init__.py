"""Public monitoring: answers of people in, measures and ratings out, printed figures of reports computed anew."""

from kb.monitoring.advice import Advice, advice_questions
from kb.monitoring.answers import EVERYTHING, Group, Pooled, Selection, answer_pairs, pool_answers, wave_services
from kb.monitoring.coefficients import CoefficientKind, Coefficients, read_coefficients
from kb.monitoring.contents import CountedRow, counted_rows, service_answers, wave_keys, wave_questions
from kb.monitoring.correlations import Correlation, CorrelationKind, correlate
from kb.monitoring.errors import (
    BadMarks,
    MonitoringError,
    NotComparable,
    NothingAnswered,
    NothingPrinted,
    UnknownWave,
    WaveExists,
)
from kb.monitoring.formulas import Formula, formula_codes, formula_of
from kb.monitoring.from_report.importing import import_report_waves
from kb.monitoring.from_report.reading import ReportWave, ReportWaves, read_report_waves
from kb.monitoring.from_report.unread import HeadFact, Unread, report_wave_words
from kb.monitoring.importing import ImportReport, import_wave
from kb.monitoring.organisation import organisation_in
from kb.monitoring.ratings import Flag, Measure, RatedRow, Rating, rate, require_comparable
from kb.monitoring.report.printed import LostRow
from kb.monitoring.report.recomputing import Recomputation, count_standings, recompute
from kb.monitoring.shapes import lost_to_json, rated_to_json, recomputed_to_json
from kb.monitoring.template import aspect_questions, question_kinds, question_words, recomputed_words
from kb.monitoring.tension import Indicator, Tension, tension_by, tension_of
from kb.monitoring.wave_store import WaveStore
from kb.monitoring.weighted import WeightedRating, WeightedRow, weigh

__all__ = [
    "EVERYTHING",
    "Advice",
    "BadMarks",
    "CoefficientKind",
    "Coefficients",
    "Correlation",
    "CorrelationKind",
    "CountedRow",
    "Flag",
    "Formula",
    "Group",
    "HeadFact",
    "ImportReport",
    "Indicator",
    "LostRow",
    "Measure",
    "MonitoringError",
    "NotComparable",
    "NothingAnswered",
    "NothingPrinted",
    "Pooled",
    "RatedRow",
    "Rating",
    "Recomputation",
    "ReportWave",
    "ReportWaves",
    "Selection",
    "Tension",
    "UnknownWave",
    "Unread",
    "WaveExists",
    "WaveStore",
    "WeightedRating",
    "WeightedRow",
    "advice_questions",
    "answer_pairs",
    "aspect_questions",
    "correlate",
    "count_standings",
    "counted_rows",
    "formula_codes",
    "formula_of",
    "import_report_waves",
    "import_wave",
    "lost_to_json",
    "organisation_in",
    "pool_answers",
    "question_kinds",
    "question_words",
    "rate",
    "rated_to_json",
    "read_coefficients",
    "read_report_waves",
    "recompute",
    "recomputed_to_json",
    "recomputed_words",
    "report_wave_words",
    "require_comparable",
    "service_answers",
    "tension_by",
    "tension_of",
    "wave_keys",
    "wave_questions",
    "wave_services",
    "weigh",
]
