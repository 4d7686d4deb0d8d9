"""Which exceptions are a wrong call, which a failure to report, and how each is told in one line."""

import sys

from pydantic import ValidationError
from typer import TyperException

from kb.answer import AnswerError
from kb.cli.printable import printable
from kb.collect import CollectError, NotOffered
from kb.extract import ExtractError
from kb.monitoring import MonitoringError
from kb.norms import NormsError
from kb.pipeline import (
    BadCuration,
    BadCursor,
    BadDecision,
    BadEvaluation,
    BadFeedback,
    BadKey,
    BadMystery,
    BadRecommendation,
    BadVerdict,
    NotCollected,
    NothingBuilt,
    PipelineError,
    UnknownName,
)
from kb.read import ReadError
from kb.relevance import RelevanceError
from kb.resolve import ResolveError
from kb.search import BadQuery, SearchError
from kb.store import StoreError
from kb.text import TextError


class WrongCall(Exception):  # noqa: N818 - it is a state of the call, like typer's own
    """The command was called wrongly; its text is the line for the caller."""


CALLS = (
    WrongCall, UnknownName, NotCollected, NotOffered, NothingBuilt, BadCuration, BadCursor, BadDecision, BadEvaluation,
    BadFeedback, BadKey, BadMystery, BadQuery, BadRecommendation, BadVerdict, AnswerError, MonitoringError, ReadError,
    RelevanceError, ValidationError,
)  # fmt: skip
FAILURES = (PipelineError, StoreError, SearchError, CollectError, ExtractError, ResolveError, NormsError, TextError)


def one_line(problem: Exception | str) -> str:
    """What went wrong, in one line."""
    if isinstance(problem, TyperException):
        words = f"{problem.format_message()} (see kb --help)"
    elif isinstance(problem, ValidationError):
        words = "; ".join(f"KB_{'_'.join(map(str, one['loc'])).upper()}: {one['msg']}" for one in problem.errors())
    else:
        words = str(problem)
    return printable(" ".join(words.split())) or type(problem).__name__


def warn(line: str) -> None:
    """One line on stderr."""
    print(f"kb: {one_line(line)}", file=sys.stderr)  # noqa: T201
