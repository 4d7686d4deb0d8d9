"""A small base in memory, with invented services, for pages and endpoints."""

from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from kb.model import (
    Act,
    ActType,
    Answer,
    AnswerState,
    AnswerValue,
    Card,
    ChannelCode,
    Clause,
    ClauseKind,
    Edition,
    Intent,
    Issue,
    Layout,
    Severity,
    Source,
    SourceKind,
)
from kb.pipeline import (
    NEVER,
    ActRecord,
    ActText,
    BaseStatus,
    Catalogue,
    Freshness,
    Page,
    SourceState,
    UnknownName,
)
from kb.pipeline.calculating import Calculators
from kb.pipeline.checklists import Checklists
from kb.pipeline.turns import Turns
from kb.search import (
    EVERYTHING,
    BadQuery,
    ClauseHit,
    FacetCount,
    Narrowing,
    SearchResult,
    ServiceHit,
    Snippet,
    StaleCursor,
)
from kb.store import BodyCount, Run, RunState
from tests.web.empty_parts import NoFindings, NoLog, NoPractice
from tests.web.memory_acts import ACTS, TOLD
from tests.web.memory_register import MemoryReader
from tests.web.memory_texts import CARD, CLAUSE_TEXT, KK, KK_ACT, LEAVES, NEST, RU, RU_ACT, SERVICES, STATEMENTS, TODAY

NEST_ACT = Act(
    id="X2600000001", ids=("X2600000001", "zan:1"), type=ActType.ORDER, number="7", date=date(2026, 1, 10),
    title_kk="Құс ұясын тіркеу қағидалары", title_ru="Правила регистрации птичьего гнезда",
)  # fmt: skip
TAKEN = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
GONE = "https://portal.invalid/kk/nest-old"
ALARMS = (
    Issue(code="dead_link", severity=Severity.WARNING, document=GONE, message="the page is gone"),
    Issue(code="document_count", severity=Severity.ERROR, document="", message="2 documents in the run"),
    Issue(code="an_unheard_of_code", severity=Severity.ERROR, document="javascript:alert(1)", message="<b>odd</b>"),
)
BROKEN = Freshness(
    state="broken",
    run=Run(
        id=1, source="portal", reach="{}", started_at=TAKEN, finished_at=TAKEN, state=RunState.BROKEN,
        counts={"documents": 2, "new": 1, "changed": 0, "gone": 1}, alarms=ALARMS,
    ),
    next_due=date(2026, 11, 21),
    stale=True,
)  # fmt: skip

SERVICE_COUNTS = {
    "body": (FacetCount("justice-ministry", 2), FacetCount("a-body-without-words", 1)),
    "paid": (FacetCount("free", 2), FacetCount("paid", 1), FacetCount("unknown", 1)),
    "channel": tuple(FacetCount(one.value, 3) for one in ChannelCode),
    "life_situation": (FacetCount("00000", 1),),
    "language": (FacetCount("kk", 1),),
    "region": (),
}
CLAUSE_COUNTS = {
    "act_type": (FacetCount("order", 3), FacetCount("law", 1)),
    "field": (FacetCount("deadline", 2), FacetCount("fee", 1)),
}


@dataclass
class MemoryRegistry:
    """Answers like the registry of the pipeline; `away` is raised by everything that needs engine or database."""

    away: Exception | None = None
    asked: list[tuple[str, object]] = field(default_factory=list)
    narrowed: list[Narrowing] = field(default_factory=list)
    queries: NoLog = field(default_factory=NoLog)
    findings: NoFindings = field(default_factory=NoFindings)
    practice: NoPractice = field(default_factory=NoPractice)
    turns: Turns = field(default_factory=Turns)

    def _up(self) -> None:
        if self.away:
            raise self.away

    def search(self, text, *, language=None, as_of=None, limit=10, cursor=None, **narrowed):
        self._up()
        self.asked.append((text, as_of))
        self.narrowed.append(narrowed.get("narrowing", EVERYTHING))
        if cursor == "stale":
            raise StaleCursor("the base was built anew since this page")
        if '"' in text:
            raise BadQuery("a quotation mark is not closed")
        found = "ұя" in text or "гнезд" in text
        evidence = KK_ACT.cite(CLAUSE_TEXT, clause="annex-1/p-2")
        start = CLAUSE_TEXT.index("мерзімі")
        snippet = Snippet(CLAUSE_TEXT, ((start, start + len("мерзімі")),), evidence)
        services = [ServiceHit(service=NEST, score=9.5, snippets=(snippet,), why=("name",))]
        clauses = (ClauseHit(score=4.5, snippet=snippet, label="Мерзімі", sample=True),)
        return SearchResult(
            query=text,
            language=language or KK,
            corrected=None,
            total=1 if found else 0,
            total_clauses=1 if found else 0,
            services=tuple(services[:limit]) if found else (),
            clauses=clauses if found else (),
            facets=SERVICE_COUNTS if found else {},
            clause_facets=CLAUSE_COUNTS if found else {},
            next="next-page" if found and not cursor else None,
            took_ms=1.5,
        )

    def suggest(self, text, *, limit=8):
        self._up()
        return (NEST,)[:limit] if "ұс" in text else ()

    def services(self, *, after=None, limit=50):
        self._up()
        left = [one for one in SERVICES if after is None or one.id < after]
        return Page(tuple(left[:limit]), left[limit - 1].id if len(left) > limit else None)

    def all_services(self):
        self._up()
        yield from SERVICES

    @property
    def catalogue(self):
        self._up()
        return Catalogue(lambda: nullcontext(MemoryReader()))

    @property
    def calculators(self):
        self._up()
        return Calculators(card=self.card, acts=lambda _card: (), document=lambda _digest: None)

    @property
    def checklists(self):
        self._up()
        return Checklists(card=self.card, acts=lambda _card: ())

    def service(self, name):
        self._up()
        for one in SERVICES:
            if name in one.ids:
                return one
        raise UnknownName(f"no service {name!r} in this base")

    def card(self, name):
        service = self.service(name)
        return CARD if service is NEST else Card(service=service, statements=(), gaps=(), survey=())

    def statements(self, name, *, after=None, limit=50):
        found = self.card(name).statements
        start = next((place + 1 for place, one in enumerate(found) if one.id == after), 0)
        items = found[start : start + limit]
        return Page(items, items[-1].id if start + limit < len(found) else None)

    def ask(self, text, *, language=None, as_of=None, **_conversation):
        self._up()
        values = STATEMENTS[:1] if "мерзім" in text else STATEMENTS[:3] if "неше" in text else ()
        state = {0: AnswerState.NO_SERVICE, 1: AnswerState.ANSWERED, 3: AnswerState.CONFLICT}[len(values)]
        return Answer(
            id="",
            q=text,
            lang=language or KK,
            state=state,
            intent=Intent.DEADLINE,
            service=NEST if values else None,
            answer="5 жұмыс күні." if values else "",
            read_aloud="Бес жұмыс күні." if values else "",
            values=tuple(AnswerValue(statement=one) for one in values),
            citations=tuple(one.evidence for one in values),
            alternatives=(),
            as_of=as_of or TODAY,
            took_ms=2.5,
        )

    def _leaf(self, digest):
        self._up()
        for leaf in LEAVES:
            if leaf.digest == digest:
                return leaf
        raise UnknownName(f"the base holds no body with digest {digest}")

    def snapshot(self, digest):
        return self._leaf(digest).snapshot

    def text(self, digest):
        return self._leaf(digest).text

    def clauses(self, digest):
        leaf = self._leaf(digest)
        if leaf is not KK_ACT:
            return ()
        start = leaf.text.index(CLAUSE_TEXT)
        return (
            Clause(id="annex-1", kind=ClauseKind.HEADING, start=0, end=len(leaf.text), language=KK),
            Clause(
                id="annex-1/p-2", kind=ClauseKind.POINT, start=start, end=start + len(CLAUSE_TEXT),
                language=KK, parent="annex-1",
            ),
        )  # fmt: skip

    def act_of(self, digest):
        return NEST_ACT.id if self._leaf(digest) in (KK_ACT, RU_ACT) else None

    @property
    def acts(self):
        self._up()
        return ACTS

    def act(self, name):
        self._up()
        told = next((one for one in (NEST_ACT, *TOLD) if name in one.ids), None)
        if told is None:
            raise UnknownName(f"no act {name!r} in this base")
        kept = [(leaf.snapshot, leaf.language, leaf.edition) for leaf in (KK_ACT, RU_ACT)]
        if told is not NEST_ACT:
            kept = [(part.snapshot, one.language, one.date) for one in ACTS.editions(name) for part in one.documents]
        editions = tuple(
            ActText(
                edition=Edition(act=told.id, date=day, language=language, snapshot=snapshot.digest),
                snapshot=snapshot,
                title=None,
            )
            for snapshot, language, day in kept
        )
        return ActRecord(act=told, editions=editions)

    def sources(self):
        self._up()
        return tuple(
            SourceState(
                source=Source(
                    id=name, publisher_kk=kk, publisher_ru=ru, urls=(), languages=(KK, RU), kind=kind,
                    layout=Layout.UNVERIFIED,
                ),
                archived=2, documents=2, removed=0, statements=8, issues=1, samples=2,
                newest=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
                freshness=freshness, bodies=bodies, collected=freshness is BROKEN,
            )
            for name, kk, ru, kind, freshness, bodies in (
                (
                    "orders", "Бұйрықтар жинағы", "Собрание приказов", SourceKind.ACT,
                    Freshness(state=NEVER, run=None, next_due=None, stale=False), (),
                ),
                (
                    "portal", "Қызметтер порталы", "Портал услуг", SourceKind.PORTAL_CARD,
                    BROKEN, (BodyCount(name="«Орман бақылауы» мекемесі", documents=2, newest=TAKEN),),
                ),
            )
        )  # fmt: skip

    def issues(self):
        self._up()
        return tuple(
            Issue(
                code="label", severity=Severity.WARNING, document="acts/uya/kaz.md", message=f"label {line}", line=line
            )
            for line in range(1, 4)
        )

    def status(self):
        self._up()
        return BaseStatus(
            engine="memory", engine_version="1", database="sqlite", indexes={"services": "services-1"},
            built_at=datetime(2026, 11, 21, tzinfo=UTC), counts={"services": 2}, sample=True,
        )  # fmt: skip
