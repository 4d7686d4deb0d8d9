"""Pages of public monitoring: waves, ratings, what each figure is computed from, reports computed anew."""

from kb.web.monitoring.pages import create_monitoring_router

__all__ = ["create_monitoring_router"]
