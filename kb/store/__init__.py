"""What was read, whose it is and what was built from it: SQLAlchemy tables, Alembic migrations."""

from kb.store.access_reader import TrailCheck
from kb.store.errors import StoreBusy, StoreError, UnfitReading
from kb.store.finding_reader import FindingFilter
from kb.store.reader import Reader
from kb.store.review_reader import ReviewFilter
from kb.store.store import Store
from kb.store.values import BodyCount, Build, FieldCounts, Run, RunState, SourceCounts, StoredReading, TakenText
from kb.store.writer import Writer

__all__ = [
    "BodyCount", "Build", "FieldCounts", "FindingFilter", "Reader", "ReviewFilter", "Run", "RunState", "SourceCounts",
    "Store", "StoreBusy", "StoreError", "StoredReading", "TakenText", "TrailCheck", "UnfitReading", "Writer",
]  # fmt: skip
