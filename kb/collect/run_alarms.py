"""Alarms of a run: what went wrong, where, what was expected, what to do."""

from kb.collect.fetch import FetchError
from kb.model import Issue, Severity, Source

# The source is read as it should be all the same; somebody needs to look at the page or wait for a day.
_BEARABLE = {"gone", "robots_forbid", "budget_spent", "too_large"}
# Faults of one page; the host itself answers.
_OF_A_PAGE = {"gone", "refused", "bad_address", "foreign_host", "robots_forbid", "too_large", "too_many_redirects"}
# The set-up is wrong, and no page can be fetched before it is put right.
SETUP = {"no_contact", "bad_setting", "bad_passport"}


def is_of_the_host(problem: FetchError) -> bool:
    """Whether the fault tells that the host, not the page, has no usable answer."""
    return problem.code not in _OF_A_PAGE


def fetch_alarm(problem: FetchError) -> Issue:
    """A page that could not be had."""
    severity = Severity.WARNING if problem.code in _BEARABLE else Severity.ERROR
    return Issue(code=problem.code, severity=severity, document=problem.url, message=problem.words)


def dead_link(url: str, *, last_seen: str | None, newest: tuple[str, ...]) -> Issue:
    """A page that is gone; `last_seen` is the day of its last good body, `newest` where it may stand now."""
    seen = f"its last good body was taken on {last_seen} and stays in the archive" if last_seen else "it was never seen"
    known = f"newest known address: {', '.join(newest)}" if newest else "no newer address is known"
    return Issue(
        code="dead_link",
        severity=Severity.WARNING,
        document=url,
        message=f"the page is gone; {seen}; {known}; find where the publisher moved it, and correct what links to it",
    )


def layout_changed(source: Source, url: str, problem: Exception) -> Issue:
    """A page that the source's module could not follow; the archive keeps what came before."""
    words = " ".join(str(problem).split())
    return Issue(
        code="layout_changed",
        severity=Severity.ERROR,
        document=url,
        message=f"{words or type(problem).__name__}: the page has not the shape that source {source.id} expects; "
        f"compare it with the example pages of the source and bring its module in line",
    )


def host_down(url: str, *, failures: int) -> Issue:
    """A run that was stopped because one page after another failed."""
    return Issue(
        code="host_down",
        severity=Severity.ERROR,
        document=url,
        message=f"{failures} pages in a row brought no usable answer, each after several attempts; the run stopped "
        "here and goes on from here when the source is collected again",
    )


def count_alarm(source: Source, *, documents: int, gone: int) -> Issue | None:
    """A whole run that saw fewer or more documents than the passport expects."""
    least, most = source.expected_documents
    if documents >= least and (most is None or documents <= most):
        return None
    expected = f"at least {least}" if most is None else f"{least} to {most}"
    return Issue(
        code="document_count",
        severity=Severity.ERROR,
        document=source.urls[0] if source.urls else "",
        message=f"source {source.id}: {documents} documents in the run ({gone} links gone), {expected} expected; see "
        "whether the lists of the site moved, or bring the passport in line",
    )
