"""A small base in memory, with invented services, for pages and endpoints."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from kb.model import (
    Act,
    ActReference,
    ActType,
    Answer,
    AnswerState,
    AnswerValue,
    Attribute,
    Bound,
    Card,
    Channel,
    ChannelCode,
    Clause,
    ClauseKind,
    Deadline,
    Edition,
    Evidence,
    Fee,
    FeeKind,
    Gap,
    Intent,
    Issue,
    Language,
    Layout,
    Purpose,
    Scope,
    ScopeField,
    Service,
    Severity,
    Snapshot,
    Source,
    SourceKind,
    Statement,
    SurveyChannel,
    SurveyPlace,
    SurveyRow,
    Text,
    Unit,
)
from kb.pipeline import NEVER, ActRecord, ActText, BaseStatus, Freshness, Page, SourceState, UnknownName
from kb.search import BadQuery, ClauseHit, SearchResult, ServiceHit, Snippet
from kb.store import BodyCount, Run, RunState

TODAY = date(2026, 11, 25)
KK, RU = Language.KK, Language.RU

ORDER_KK = """Құс ұясын тіркеу қағидалары

1. Қызметті «Орман бақылауы» мекемесі көрсетеді.
2. Қызмет көрсету мерзімі 5 (бес) жұмыс күні.
3. Төлем 0,5 АЕК.
4. Қажетті құжаттар: өтініш; <script>alert("ұя")</script> нысаны бойынша сызба; жеке куәлік.
5. Кезек күту уақыты минутпен көрсетілмеген.
6. Нәтижесі: ұя паспорты.
"""
ORDER_RU = """Правила регистрации птичьего гнезда

1. Услугу оказывает учреждение «Лесной надзор».
2. Срок оказания услуги 5 (пять) рабочих дней.
3. Плата 0,5 МРП.
4. Необходимые документы: заявление; схема; удостоверение личности.
6. Результат: паспорт гнезда.
"""
CARD_RU = "Регистрация гнезда\n\nСрок: 7 рабочих дней\nСтоимость: бесплатно\nЧерез портал\n"
LONG_KK = "\n".join(f"{number}. Ұзақ мәтіннің жолы, орман туралы ереже." for number in range(1, 2001))


@dataclass(frozen=True)
class Leaf:
    """One text with its snapshot."""

    text: str
    document: str
    source: str
    language: Language
    sample: bool = True
    act: str | None = None
    edition: date | None = None

    @property
    def digest(self) -> str:
        return "sha256:" + hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def snapshot(self) -> Snapshot:
        return Snapshot(
            digest=self.digest,
            document=self.document,
            source=self.source,
            media_type="text/plain",
            taken_at=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
            size=len(self.text.encode()),
            language=self.language,
            sample=self.sample,
        )

    def cite(self, quote: str, *, clause: str | None = None) -> Evidence:
        start = self.text.index(quote)
        return Evidence(
            document=self.document,
            snapshot=self.digest,
            act=self.act,
            edition=self.edition,
            language=self.language,
            clause=clause,
            start=start,
            end=start + len(quote),
            line=self.text.count("\n", 0, start) + 1,
            quote=quote,
        )


KK_ACT = Leaf(ORDER_KK, "acts/uya/kaz.md", "orders", KK, act="X2600000001", edition=date(2026, 1, 10))
RU_ACT = Leaf(ORDER_RU, "acts/uya/rus.md", "orders", RU, act="X2600000001", edition=date(2026, 1, 10))
PORTAL = Leaf(CARD_RU, "https://portal.invalid/ru/nest", "portal", RU)
LONG = Leaf(LONG_KK, "long.txt", "orders", KK, sample=False)
LEAVES = (KK_ACT, RU_ACT, PORTAL, LONG)

NEST = Service(
    id="nest-1",
    ids=("nest-1", "mon2026-01"),
    name_kk="Құс ұясын тіркеу",
    name_ru="Регистрация птичьего гнезда",
    owner="Орман министрлігі",
    codes={},
    channels=(ChannelCode.EGOV_PORTAL,),
    paid=True,
    forms=("electronic",),
    recipients=("individual",),
    sources=("orders", "portal"),
    sample=True,
)
KITE = Service(
    id="kite/2",
    ids=("kite/2",),
    name_kk=None,
    name_ru="Разрешение на запуск воздушного змея",
    owner=None,
    codes={},
    channels=(),
    paid=None,
    forms=(),
    recipients=(),
    sources=(),
)
SERVICES = (NEST, KITE)


def _state(attribute: Attribute, value: object, kind: SourceKind, evidence: Evidence, **rest: object) -> Statement:
    return Statement(service="nest", attribute=attribute, value=value, source_kind=kind, evidence=evidence, **rest)  # type: ignore[arg-type]


def _days(number: int | None, purpose: Purpose = Purpose.SERVICE, unit: Unit = Unit.WORKING_DAY) -> Deadline:
    value = None if number is None else Decimal(number)
    return Deadline(value=value, unit=unit, bound=Bound.EXACT, purpose=purpose)


ACT = SourceKind.ACT
CARD_KIND = SourceKind.PORTAL_CARD
CHILD = Scope(case=ScopeField(text="балапан болса"))
STATEMENTS = (
    _state(Attribute.DEADLINE, _days(5), ACT, KK_ACT.cite("5 (бес) жұмыс күні", clause="annex-1/p-2")),
    _state(Attribute.DEADLINE, _days(5), ACT, RU_ACT.cite("5 (пять) рабочих дней", clause="annex-1/p-2")),
    _state(Attribute.DEADLINE, _days(7), CARD_KIND, PORTAL.cite("7 рабочих дней")),
    _state(
        Attribute.DEADLINE,
        _days(None, Purpose.QUEUE, Unit.MINUTE),
        ACT,
        KK_ACT.cite("Кезек күту уақыты минутпен көрсетілмеген", clause="annex-1/p-5"),
    ),
    _state(Attribute.FEE, Fee(kind=FeeKind.MRP, amount=Decimal("0.5")), ACT, KK_ACT.cite("0,5 АЕК"), scope=CHILD),
    _state(Attribute.CHANNEL, Channel(code=ChannelCode.EGOV_PORTAL), CARD_KIND, PORTAL.cite("Через портал")),
    _state(Attribute.PROVIDER, Text(text="«Орман бақылауы» мекемесі"), ACT, KK_ACT.cite("«Орман бақылауы» мекемесі")),
    _state(Attribute.PROVIDER, Text(text="учреждение «Лесной надзор»"), ACT, RU_ACT.cite("учреждение «Лесной надзор»")),
    _state(Attribute.DOCUMENT, Text(text="өтініш"), ACT, KK_ACT.cite("өтініш", clause="annex-1/p-4")),
    _state(
        Attribute.DOCUMENT,
        Text(text='<script>alert("ұя")</script> нысаны бойынша сызба'),
        ACT,
        KK_ACT.cite('<script>alert("ұя")</script> нысаны бойынша сызба', clause="annex-1/p-4"),
    ),
    _state(Attribute.DOCUMENT, Text(text="заявление"), ACT, RU_ACT.cite("заявление", clause="annex-1/p-4")),
    _state(Attribute.DOCUMENT, Text(text="схема"), ACT, RU_ACT.cite("схема", clause="annex-1/p-4")),
    _state(
        Attribute.LEGAL_ACT,
        ActReference(type=ActType.ORDER, number="7", date=date(2026, 1, 10)),
        ACT,
        KK_ACT.cite("Құс ұясын тіркеу қағидалары"),
    ),
)
SURVEY = tuple(
    SurveyRow(
        service="nest",
        channel=channel,
        source=SurveyPlace.SECTION,
        evidence=PORTAL.cite("Через портал"),
        n=n,
        satisfaction_pct=share,
        mean=4.5,
        counts=(1, 2, 3, 4, 90),
    )
    for channel, n, share in ((SurveyChannel.ALL, 190, 58.3), (SurveyChannel.EGOV_PORTAL, 40, 91.0))
)
CARD = Card(
    service=NEST,
    statements=STATEMENTS,
    gaps=(
        Gap(service="nest", attribute="deadline", evidence=STATEMENTS[3].evidence),
        Gap(service="nest", attribute="fee", evidence=PORTAL.cite("Стоимость")),
    ),
    survey=SURVEY,
)
CLAUSE_TEXT = "2. Қызмет көрсету мерзімі 5 (бес) жұмыс күні."

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


@dataclass
class MemoryRegistry:
    """Answers like the registry of the pipeline; `away` is raised by everything that needs engine or database."""

    away: Exception | None = None
    asked: list[tuple[str, object]] = field(default_factory=list)

    def _up(self) -> None:
        if self.away:
            raise self.away

    def search(self, text, *, language=None, as_of=None, limit=10, cursor=None):
        self._up()
        self.asked.append((text, as_of))
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

    def ask(self, text, *, language=None, as_of=None):
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

    def act(self, name):
        self._up()
        if name != "X2600000001":
            raise UnknownName(f"no act {name!r} in this base")
        act = Act(
            id=name, ids=(name, "zan:1"), type=ActType.ORDER, number="7", date=date(2026, 1, 10),
            title_kk="Құс ұясын тіркеу қағидалары", title_ru="Правила регистрации птичьего гнезда",
        )  # fmt: skip
        editions = tuple(
            ActText(
                edition=Edition(act=name, date=leaf.edition, language=leaf.language, snapshot=leaf.digest),
                snapshot=leaf.snapshot,
                title=None,
            )
            for leaf in (KK_ACT, RU_ACT)
        )
        return ActRecord(act=act, editions=editions)

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
