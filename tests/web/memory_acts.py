"""Invented acts of the base in memory: one with two editions, a repealed one, a suspended one."""

from dataclasses import replace
from datetime import date

from kb.model import Act, ActStatus, ActType, Language
from tests.act_base import act_document, acts_of
from tests.web.memory_texts import TODAY

LIVING = Act(
    id="V3000080001",
    ids=("V3000080001", "zan:80001"),
    type=ActType.ORDER,
    number="8001",
    date=date(2025, 3, 3),
    title_kk="Жүзетін саябақтар қағидаларын бекіту туралы",
    title_ru="Об утверждении Правил плавучих парков",
    status=ActStatus.IN_FORCE,
    issuers=("Су бақтары министрлігі",),
)
REPEALED = replace(
    LIVING,
    id="V3000080002",
    ids=("V3000080002",),
    number="8002",
    title_kk="Жел диірмендерін есепке алу туралы",
    title_ru="Об учете ветряных мельниц",
    status=ActStatus.REPEALED,
    repealed_on=date(2026, 4, 4),
    repealed_by="приказом Министра водных парков от 4 апреля 2026 года № 8004",
)
SUSPENDED = replace(
    REPEALED,
    id="V3000080003",
    ids=("V3000080003",),
    number="8003",
    title_kk="Қар мүсіндері туралы",
    title_ru="О снежных фигурах",
    status=ActStatus.SUSPENDED,
    repealed_on=None,
    repealed_by=None,
)
FIRST, SECOND = date(2025, 4, 1), date(2026, 2, 1)

PARK_KK = """1. Саябақ <script>alert(1)</script> су үстінде тұрады.

2. Кіру мерзімі 5 күн, осы бұйрықтың 1-тармағына сәйкес.

> *Жүзетін саябақтар қағидаларына*
> *1-қосымша*

## Өтініш

1. Нысан толтырылады.
"""
PARK_RU = """1. Парк <script>alert(1)</script> стоит на воде.

2. Срок входа 5 дней согласно пункту 1 настоящего приказа.

> *Приложение 1*
> *к Правилам плавучих парков*

## Заявление

1. Форма заполняется.
"""
OTHER_KK, OTHER_RU = "1. {} осылай болады.\n", "1. {} – так и будет.\n"

TOLD = (LIVING, REPEALED, SUSPENDED)
ACTS = acts_of(
    act_document(PARK_KK, Language.KK, FIRST, LIVING),
    act_document(PARK_RU, Language.RU, FIRST, LIVING),
    act_document(PARK_KK.replace("5 күн", "7 күн"), Language.KK, SECOND, LIVING),
    act_document(PARK_RU.replace("5 дней", "7 дней"), Language.RU, SECOND, LIVING),
    *(
        act_document(text.format(one.title_kk), language, FIRST, one)
        for one in (REPEALED, SUSPENDED)
        for language, text in ((Language.KK, OTHER_KK), (Language.RU, OTHER_RU))
    ),
    today=lambda: TODAY,
)
