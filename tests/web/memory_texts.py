"""Invented texts and services of the base in memory."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from kb.model import (
    ActReference,
    ActType,
    Attribute,
    Bound,
    Card,
    Channel,
    ChannelCode,
    Deadline,
    Evidence,
    Fee,
    FeeKind,
    Gap,
    Language,
    Purpose,
    RequiredDocument,
    Scope,
    ScopeField,
    Service,
    Snapshot,
    SourceKind,
    Statement,
    SurveyChannel,
    SurveyPlace,
    SurveyRow,
    Text,
    Unit,
    Value,
)

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


def _state(attribute: Attribute, value: Value, kind: SourceKind, evidence: Evidence, **rest: Any) -> Statement:
    return Statement(
        service="nest", attribute=attribute, value=value, source_kind=kind, evidence=evidence,
        valid_from=evidence.edition, **rest,
    )  # fmt: skip


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
    _state(Attribute.DOCUMENT, RequiredDocument(text="өтініш"), ACT, KK_ACT.cite("өтініш", clause="annex-1/p-4")),
    _state(
        Attribute.DOCUMENT,
        RequiredDocument(text='<script>alert("ұя")</script> нысаны бойынша сызба'),
        ACT,
        KK_ACT.cite('<script>alert("ұя")</script> нысаны бойынша сызба', clause="annex-1/p-4"),
    ),
    _state(Attribute.DOCUMENT, RequiredDocument(text="заявление"), ACT, RU_ACT.cite("заявление", clause="annex-1/p-4")),
    _state(Attribute.DOCUMENT, RequiredDocument(text="схема"), ACT, RU_ACT.cite("схема", clause="annex-1/p-4")),
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
