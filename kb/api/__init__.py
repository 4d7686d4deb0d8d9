"""HTTP endpoints over the registry. See docs/rooms.md."""

from kb.api.application import create_application, create_router
from kb.api.staff_guard import StaffGuard, is_loopback

__all__ = ["StaffGuard", "create_application", "create_router", "is_loopback"]
