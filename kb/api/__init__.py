"""HTTP endpoints over the registry. See docs/rooms.md."""

from kb.api.application import create_application, create_router
from kb.api.review_guard import ReviewGuard, is_loopback

__all__ = ["ReviewGuard", "create_application", "create_router", "is_loopback"]
