"""Cards written by hand: an apostille service of a report, a licence of an act in two languages."""

from datetime import date
from decimal import Decimal

import pytest

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
    Scope,
    ScopeField,
    Service,
    SourceKind,
    Statement,
    SurveyChannel,
    SurveyPlace,
    SurveyRow,
    Text,
    Unit,
    Value,
)

KK, RU = Language.KK, Language.RU


def evidence(line: int, quote: str, *, language: Language = KK, act: str | None = None) -> Evidence:
    return Evidence(
        document=f"{act or 'report'}.txt",
        snapshot=f"sha256:{act or 'report'}-{language}",
        act=act,
        edition=date(2021, 5, 1) if act else None,
        language=language,
        clause=f"row-{line}" if act else None,
        start=line * 1000,
        end=line * 1000 + len(quote),
        line=line,
        quote=quote,
    )


def state(
    service: str,
    attribute: Attribute,
    value: Value,
    line: int,
    quote: str,
    *,
    kind: SourceKind = SourceKind.STANDARD,
    language: Language = KK,
    act: str | None = None,
    since: date | None = None,
    until: date | None = None,
    **scope: ScopeField,
) -> Statement:
    return Statement(
        service=service,
        attribute=attribute,
        value=value,
        source_kind=kind,
        evidence=evidence(line, quote, language=language, act=act),
        scope=Scope(**scope),
        valid_from=since,
        valid_to=until,
    )


def term(value: str | None, unit: Unit, purpose: Purpose = Purpose.SERVICE, bound: Bound = Bound.EXACT) -> Deadline:
    return Deadline(value=Decimal(value) if value else None, unit=unit, bound=bound, purpose=purpose)


def fee(kind: FeeKind, amount: str | None = None, cap: str | None = None) -> Fee:
    return Fee(kind=kind, amount=Decimal(amount) if amount else None, cap_mrp=Decimal(cap) if cap else None)


def service(key: str, name_kk: str | None, name_ru: str | None = None) -> Service:
    return Service(
        id=key,
        ids=(key,),
        name_kk=name_kk,
        name_ru=name_ru,
        owner=None,
        codes={},
        channels=(),
        paid=None,
        forms=(),
        recipients=(),
        sources=(),
    )


def words(text: str, code: str | None = None) -> ScopeField:
    return ScopeField(text=text, code=code)


@pytest.fixture
def apostille() -> Card:
    """Court papers: terms by branch, a fee on a portal's page, what a visitor paid, figures of a survey."""
    key = "mon2017-01"
    centre = words("мемлекеттік корпорация", "state_corporation")
    statements = (
        state(key, Attribute.PROVIDER, Text(text="Соттардың қызметін қамтамасыз ету департаменті"), 5, "департамент"),
        state(key, Attribute.CHANNEL, Channel(code=ChannelCode.PROVIDER_OFFICE), 7, "берушінің кеңсесі"),
        state(key, Attribute.CHANNEL, Channel(code=ChannelCode.STATE_CORPORATION), 7, "Мемлекеттік корпорация"),
        state(
            key,
            Attribute.DEADLINE,
            term("1", Unit.WORKING_DAY),
            9,
            "қызметті берушіге - 1 (бір) жұмыс күні",
            channel=words("қызметті берушіге", "provider_office"),
        ),
        state(
            key,
            Attribute.DEADLINE,
            term("1", Unit.WORKING_DAY),
            9,
            "Астанадағы филиал - 1 (бір) жұмыс күні",
            case=words("Астанадағы филиал бойынша"),
            channel=centre,
            region=words("Астана", "KZ-71"),
        ),
        state(
            key,
            Attribute.DEADLINE,
            term("20", Unit.CALENDAR_DAY),
            9,
            "басқа филиалдар - 20 (жиырма) күнтізбелік күн",
            case=words("басқа филиалдар бойынша"),
            channel=centre,
            region=words("басқа филиалдар"),
        ),
        state(
            key,
            Attribute.DEADLINE,
            term("15", Unit.MINUTE, Purpose.QUEUE),
            10,
            "кезек күту - 15 минут",
        ),
        state(key, Attribute.FEE, fee(FeeKind.PAID_UNSPECIFIED), 13, "ақылы түрде көрсетіледі"),
        state(
            key,
            Attribute.FEE,
            fee(FeeKind.MRP_PERCENT, "50"),
            25,
            "50% of the MRP",
            kind=SourceKind.PORTAL_CARD,
        ),
        state(
            key,
            Attribute.FEE,
            fee(FeeKind.TENGE, "1134.5"),
            25,
            "payment amount (1134.5 tenge)",
            kind=SourceKind.PORTAL_CARD,
        ),
        state(
            key,
            Attribute.FEE,
            fee(FeeKind.TENGE, "10000"),
            17,
            "екі рет 10000 теңгеден төледім",
            kind=SourceKind.PRACTICE,
        ),
        state(key, Attribute.RESULT_FORM, Text(text="қағаз түрінде", code="paper"), 8, "қағаз түрінде"),
        state(
            key,
            Attribute.LEGAL_ACT,
            ActReference(type=ActType.ORDER, number="77", date=date(2016, 3, 4), title=None),
            30,
            "2016 жылғы 4 наурыздағы № 77 бұйрық",
        ),
    )
    rows = (
        SurveyRow(
            service=key,
            channel=SurveyChannel.ALL,
            source=SurveyPlace.SECTION,
            evidence=evidence(40, "65,0% немесе орташа 4,54 балл"),
            n=102,
            satisfaction_pct=65.0,
            mean=4.54,
        ),
    )
    return Card(
        service=service(key, "Сот органдарынан шығатын ресми құжаттарға апостиль қою"),
        statements=statements,
        gaps=(Gap(service=key, attribute="refusal_ground", evidence=evidence(33, "бас тарту негіздері:")),),
        survey=rows,
    )


@pytest.fixture
def licence() -> Card:
    """An act in Kazakh and Russian: issue, reissue with a cap, duplicate; a term without its number."""
    key, act = "zan:900001/annex-1", "V2100000001"
    parts: list[Statement] = []
    for language, issue, reissue, copy in (
        (KK, "лицензия беру үшін", "лицензияны қайта ресімдеу үшін", "лицензияның телнұсқасы үшін"),
        (RU, "за выдачу лицензии", "за переоформление лицензии", "за дубликат лицензии"),
    ):
        for amount, case, line in (
            (fee(FeeKind.MRP, "10"), issue, 1),
            (fee(FeeKind.PERCENT_OF_FEE, "10", "4"), reissue, 2),
            (fee(FeeKind.MRP, "1"), copy, 3),
        ):
            parts.append(
                state(
                    key,
                    Attribute.FEE,
                    amount,
                    line,
                    case,
                    kind=SourceKind.ACT,
                    language=language,
                    act=act,
                    case=words(case),
                )
            )
        name = "Мәдениет министрлігі" if language is KK else "Министерство культуры"
        parts.append(
            state(key, Attribute.PROVIDER, Text(text=name), 6, name, kind=SourceKind.ACT, language=language, act=act)
        )
    parts.append(
        state(
            key,
            Attribute.DEADLINE,
            term(None, Unit.WORKING_DAY),
            5,
            "лицензия беру - жұмыс күні",
            kind=SourceKind.ACT,
            act=act,
        )
    )
    return Card(
        service=service(key, "Археологиялық жұмыстарға лицензия беру", "Выдача лицензии на археологические работы"),
        statements=tuple(parts),
        gaps=(),
        survey=(),
    )
