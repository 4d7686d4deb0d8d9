"""What an answer means: a page, an unchanged page, or which fault."""

from datetime import datetime

from kb.collect.exchange import Exchange
from kb.collect.fetch.connection import Reply
from kb.collect.fetch.error import FetchError
from kb.collect.fetch.page_signs import notice_code
from kb.collect.fetch.waiting import PASSING, retry_after

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 403, 407, 451})
_NOTICES = {
    "captcha_page": "the host shows a captcha instead of the page; slow down (pace of the passport) or ask the host",
    "blocked_page": "the host blocks this collection; stop, and ask the host for a way that it allows",
    "maintenance_page": "the host is under maintenance; collect again later",
}


def passing_fault(reply: Reply, exchange: Exchange, *, now: datetime) -> FetchError | None:
    """The fault of a status that may be another one at the next attempt, with the pause that the host asks for."""
    if reply.status not in PASSING:
        return None
    notice = notice_code(reply.body)
    words = _NOTICES[notice] if notice else "the host is overloaded or broken; collect again later"
    return FetchError(
        f"status {reply.status}: {words}",
        code=notice or "gave_up",
        url=exchange.final_url,
        exchange=exchange,
        passing=True,
        wait=retry_after(reply.header("retry-after"), now),
    )


def judge(reply: Reply, exchange: Exchange, *, conditional: bool) -> bool:
    """True for an unchanged page, False for a page with its body; raises FetchError for every other answer."""
    status = reply.status
    if status == 304 and conditional:
        return True
    code, words = "bad_answer", f"status {status}, which is no answer to this request; look at the page by hand"
    if status in _GONE:
        code, words = "gone", f"status {status}: the page is no longer there; look for its new address"
    elif notice := notice_code(reply.body):
        code, words = notice, f"status {status}: {_NOTICES[notice]}"
    elif status == 200:
        return False
    elif status in _REFUSED:
        code, words = "refused", f"status {status}: the host refuses this page to this collection; ask the host"
    raise FetchError(words, code=code, url=exchange.final_url, exchange=exchange)
