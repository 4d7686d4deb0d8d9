"""Addresses of every kind of page over the base in memory."""

from urllib.parse import quote

from tests.web.memory_acts import LIVING, REPEALED, SUSPENDED
from tests.web.memory_texts import KK_ACT, LONG, STATEMENTS

MARKED = STATEMENTS[0].evidence
SOURCE = f"/source/{KK_ACT.digest}?start={MARKED.start}&end={MARKED.end}"

PAGES = {
    "home": "/",
    "answer": "/search?q=" + quote("ұя мерзімі"),
    "conflict": "/search?q=" + quote("ұя неше күн"),
    "nothing": "/search?q=" + "zzz" * 60,
    "blank": "/search?q=",
    "filtered results": "/search?q=" + quote("ұя") + "&paid=free&channel=egov_portal",
    "nothing within filters": "/search?q=" + "zzz" * 9 + "&paid=free",
    "unknown filter": "/search?q=" + quote("ұя") + "&paid=perhaps",
    "console": "/console",
    "clauses": "/clauses",
    "found clauses": "/clauses?q=" + quote("ұя мерзімі") + "&every=1&act=7&as_of=2026-11-25",
    "no clauses": "/clauses?q=" + "zzz" * 9 + "&field=fee",
    "services": "/services",
    "services by conditions": "/services?year=2026&paid=true&text=z",
    "register": "/registry",
    "card": "/services/nest-1",
    "empty card": "/services/kite/2",
    "history of a card": "/services/nest-1/history",
    "difference of a card": "/services/nest-1/difference",
    "changed card": "/services/nest-1/difference?from=2025-01-01&to=2026-11-25",
    "sides of a card": "/services/nest-1/sides",
    "calculated card": "/services/nest-1/calculate?as_of=2022-07-01&filed=2026-11-21&copies=2&extended=yes",
    "calculated empty card": "/services/kite/2/calculate",
    "history of an empty card": "/services/kite/2/history",
    "plain card": "/services/nest-1/plain",
    "plain empty card": "/services/kite/2/plain",
    "plain card on a day": "/services/nest-1/plain?as_of=2013-05-05",
    "leaflet": "/services/nest-1/leaflet",
    "leaflet of an empty card": "/services/kite/2/leaflet",
    "no situations": "/situations",
    "source": SOURCE,
    "long source": f"/source/{LONG.digest}",
    "sources": "/sources",
    "about": "/about",
    "acts": "/acts",
    "act": f"/acts/{LIVING.id}",
    "act on a day": f"/acts/{LIVING.id}?as_of=2025-05-05",
    "annex of an act": f"/acts/{LIVING.id}?first=1",
    "changes of an act": f"/acts/{LIVING.id}/difference",
    "act in two languages": f"/acts/{LIVING.id}/parallel",
    "repealed act": f"/acts/{REPEALED.id}",
    "act without changes": f"/acts/{REPEALED.id}/difference",
    "suspended act": f"/acts/{SUSPENDED.id}",
    "not found": "/nothing-here",
    "wrong date": "/services/nest-1?as_of=soon",
}
LANGUAGES = ("kk", "ru", "en")
