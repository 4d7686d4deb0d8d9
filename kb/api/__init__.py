"""HTTP endpoints over the registry. See docs/rooms.md."""

from kb.api.application import create_application, create_router

__all__ = ["create_application", "create_router"]
