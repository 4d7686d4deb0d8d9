"""Pages over the registry. See docs/rooms.md."""

from kb.web.failures import page_error
from kb.web.pages import create_router

__all__ = ["create_router", "page_error"]
