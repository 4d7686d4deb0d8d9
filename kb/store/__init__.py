"""What was read, whose it is and what was built from it: SQLAlchemy tables, Alembic migrations."""

from kb.store.errors import StoreError, UnfitReading
from kb.store.reader import Reader
from kb.store.store import Store
from kb.store.values import Build, SourceCounts, StoredReading
from kb.store.writer import Writer

__all__ = ["Build", "Reader", "SourceCounts", "Store", "StoreError", "StoredReading", "UnfitReading", "Writer"]
