"""Small acts and service cards in the shapes of their sources, as many as asked for, all invented."""

from pathlib import Path

from yaml import safe_dump

DEEDS = ("Выдача", "Продление", "Согласование", "Регистрация", "Отмена", "Замена")
KINDS = (
    "годового", "временного", "почётного", "сводного", "учебного", "зимнего", "речного", "садового", "ночного",
    "пробного", "складского", "полевого",
)  # fmt: skip
THINGS = (
    "пропуска", "талона", "свидетельства", "паспорта", "билета", "графика", "журнала", "знака", "плана", "договора",
    "реестра", "удостоверения", "заключения", "списка", "разрешения", "перечня", "образца", "акта", "бланка", "отчёта",
)  # fmt: skip
PLACES = (
    "на пасеку", "для парка", "в теплицу", "у фонтана", "для катка", "на ярмарку", "к причалу", "в музей", "для сквера",
    "на мельницу", "у беседки", "для оранжереи", "в питомник", "на пляж", "для карусели", "в обсерваторию",
)  # fmt: skip
# The shares are those of the published sources: an act with its data sheet, and a card of the same service.
ORGAN = "999000000000-bench"


def service_name(number: int) -> str:
    """A name of its own for each of 23,040 services."""
    words = []
    for choices in (DEEDS, KINDS, THINGS, PLACES):
        number, place = divmod(number, len(choices))
        words.append(choices[place])
    return " ".join(words)


def write_documents(folder: Path, count: int) -> None:
    """`count` documents below the folder, which is made: by turns an act (with its data sheet) and a card."""
    for number in range(count):
        service, is_card = divmod(number, 2)
        if is_card:
            path = folder / "egov" / "ru" / f"bench{service:05}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_card(service), encoding="utf-8")
        else:
            place = folder / "acts" / ORGAN / "2031" / f"0409-bench-{service:05}"
            place.mkdir(parents=True)
            (place / "rus.md").write_text(_act(service), encoding="utf-8")
            (place / "meta.yaml").write_text(_sheet(service), encoding="utf-8")


def _sheet(number: int) -> str:
    title = f"Об утверждении Правил оказания государственной услуги «{service_name(number)}»"
    return safe_dump(
        {
            "act_code": f"98{number:05}",
            "requisite": f"Приказ Министра парков от 9 апреля 2031 года № 98-{number}",
            "title": {"rus": title},
            "form": "ПРИК",
            "type_codes": ["ПРАВ", "ПРИК"],
            "approved_on": "2031-04-09",
            "approved_by": ["999000000000"],
            "version_date": {"rus": f"2031-05-{number % 28 + 1:02}"},
            "source": {"rus": f"https://example.org/bench/{number}"},
        },
        allow_unicode=True,
    )


def _act(number: int) -> str:
    name = service_name(number)
    points = "\n\n".join(
        f"{point}. Посетитель подаёт заявление сторожу, а сторож сверяет книгу посещений за {point + number % 30} лет."
        for point in range(1, 9)
    )
    return f"""# Об утверждении Правил оказания государственной услуги «{name}»

В целях порядка в парках ПРИКАЗЫВАЮ:

1. Утвердить Правила оказания государственной услуги «{name}» по приложению.

2. Приказ вступает в силу с 1 мая 2031 года.

> *Приложение*
> *к приказу от 9 апреля 2031 года*
> *№ 98-{number}*

## Правила оказания государственной услуги «{name}»

### Глава 1. Порядок оказания государственной услуги

{points}

> *Приложение 1*
> *к Правилам*

## Перечень основных требований к оказанию государственной услуги «{name}»

<table>
<tr><td>1</td><td>Наименование услугодателя</td><td>Управления парков области № {number % 17 + 1}</td></tr>
<tr><td>2</td><td>Способы предоставления государственной услуги</td><td>
1) канцелярия услугодателя;
2) веб-портал «электронного правительства» www.egov.kz.
</td></tr>
<tr><td>3</td><td>Срок оказания государственной услуги</td><td>{number % 25 + 1} рабочих дней</td></tr>
<tr><td>4</td><td>Форма оказания государственной услуги</td><td>Электронная (частично автоматизированная)</td></tr>
<tr><td>5</td><td>Размер платы, взимаемой с услугополучателя</td><td>Бесплатно</td></tr>
</table>
"""


def _card(number: int) -> str:
    name = service_name(number)
    parts = {
        "Кто оказывает услугу": f"Управления парков области № {number % 17 + 1}",
        "Результат оказания услуги": f"Бумага с печатью парка № {number}.",
        "Срок оказания услуги": f"{number % 25 + 1} рабочих дней.",
        "Стоимость услуги": "Бесплатно.",
        "Необходимые документы": f"Заявление и снимок аллеи № {number}",
    }
    blocks = "".join(
        f'<div class="info-block-horizontal"><p class="info-block-title">{title}</p><p>{text}</p></div>'
        for title, text in parts.items()
    )
    return (
        f'<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>{name}</title>'
        f'<link rel="canonical" href="/cms/ru/services/bench/pass98{number:05}"></head><body>'
        f'<main class="service-page"><h1>{name}</h1><p class="service-code">Код услуги: 98{number:06}</p>'
        f"{blocks}</main></body></html>\n"
    )
