"""The order of the stages, and the registry that they build; see docs/rooms.md."""

from kb.pipeline.building import build_base, remove_source
from kb.pipeline.catalogue import Catalogue, Selection
from kb.pipeline.collecting import Asked, check_collected, collect_source
from kb.pipeline.counters import Share, YearCounters
from kb.pipeline.dating import dated_card, fees_of, tenge_of
from kb.pipeline.errors import (
    BadCuration,
    BadCursor,
    BadDecision,
    BadEvaluation,
    BadFeedback,
    BadKey,
    BadMystery,
    BadRecommendation,
    BadVerdict,
    HomeBusy,
    MarkedToday,
    NotCollected,
    NothingBuilt,
    PipelineError,
    TooManyMarks,
    UnknownName,
)
from kb.pipeline.findings import FindingConditions, FindingCounts, Findings
from kb.pipeline.freshness import NEVER, Freshness
from kb.pipeline.home import Home
from kb.pipeline.importing import import_body, import_paths
from kb.pipeline.progress import Progress, Step
from kb.pipeline.registry import Registry
from kb.pipeline.reviews import Reviewed, Reviews
from kb.pipeline.service_filter import ServiceFilter
from kb.pipeline.source_json import run_to_json, source_to_json
from kb.pipeline.states import (
    ActRecord,
    ActText,
    BaseStatus,
    BuildReport,
    Imported,
    ImportReport,
    Page,
    SourceState,
)
from kb.pipeline.today import today_in_kazakhstan

__all__ = [
    "NEVER",
    "ActRecord",
    "ActText",
    "Asked",
    "BadCuration",
    "BadCursor",
    "BadDecision",
    "BadEvaluation",
    "BadFeedback",
    "BadKey",
    "BadMystery",
    "BadRecommendation",
    "BadVerdict",
    "BaseStatus",
    "BuildReport",
    "Catalogue",
    "FindingConditions",
    "FindingCounts",
    "Findings",
    "Freshness",
    "Home",
    "HomeBusy",
    "ImportReport",
    "Imported",
    "MarkedToday",
    "NotCollected",
    "NothingBuilt",
    "Page",
    "PipelineError",
    "Progress",
    "Registry",
    "Reviewed",
    "Reviews",
    "Selection",
    "ServiceFilter",
    "Share",
    "SourceState",
    "Step",
    "TooManyMarks",
    "UnknownName",
    "YearCounters",
    "build_base",
    "check_collected",
    "collect_source",
    "dated_card",
    "fees_of",
    "import_body",
    "import_paths",
    "remove_source",
    "run_to_json",
    "source_to_json",
    "tenge_of",
    "today_in_kazakhstan",
]  # fmt: skip
