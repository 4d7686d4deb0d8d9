"""Pages of the evaluation of state bodies."""

from kb.web.evaluation.pages import create_evaluation_router

__all__ = ["create_evaluation_router"]
