"""Settings and composition: which home, which engine, which database; see docs/rooms.md."""

from kb.app.composition import build_application, open_registry
from kb.app.settings import Settings

__all__ = ["Settings", "build_application", "open_registry"]
