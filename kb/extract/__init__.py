"""Clauses → statements with their evidence; see docs/rooms.md."""

from kb.extract.errors import ExtractError
from kb.extract.extraction import Extraction
from kb.extract.free_text import extract_text
from kb.extract.reading import extract_document

__all__ = ["ExtractError", "Extraction", "extract_document", "extract_text"]
