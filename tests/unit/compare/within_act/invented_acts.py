"""Acts for the tests of checking inside one act: an invented service, its rules and its table of requirements."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from kb.compare.clash import Clash
from kb.compare.explaining import correct, explain
from kb.compare.material import ActMaterial
from kb.model import Act, ActType, Issue, Language
from tests.unit.extract.documents import read_act

DAY = date(2031, 5, 20)
NAME = "Выдача паспорта на рыболовный причал"
RULES = f"""## Правила оказания государственной услуги «{NAME}»

### Глава 1. Общие положения

1. Настоящие Правила определяют порядок оказания государственной услуги «{NAME}».

"""
ROWS = {
    "Наименование услугодателя": "Комитет причалов",
    "Способы предоставления государственной услуги": "Прием и выдача через веб-портал www.egov.kz.",
    "Срок оказания государственной услуги": "Срок оказания – 12 (двенадцать) рабочих дней.",
    "Форма оказания государственной услуги": "Электронная (частично автоматизированная).",
    "Результат оказания государственной услуги": "Паспорт причала либо мотивированный отказ.",
    "Размер оплаты, взимаемой с услугополучателя": "Услуга оказывается бесплатно.",
    "График работы услугодателя": "Портал – круглосуточно.",
    "Перечень документов, необходимых для оказания государственной услуги": "1) заявление по форме;",
    "Основания для отказа в оказании государственной услуги": "1) причал находится в аварийном состоянии;",
    "Иные требования с учетом особенностей оказания государственной услуги": "Сведения о ходе услуги есть на портале.",
}
CHANNEL = "Способы предоставления государственной услуги"
TERM = "Срок оказания государственной услуги"
FORM = "Форма оказания государственной услуги"
RESULT = "Результат оказания государственной услуги"
FEE = "Размер оплаты, взимаемой с услугополучателя"
SCHEDULE = "График работы услугодателя"
DOCUMENTS = "Перечень документов, необходимых для оказания государственной услуги"
REFUSAL = "Основания для отказа в оказании государственной услуги"
OTHER = "Иные требования с учетом особенностей оказания государственной услуги"


def table(rows: Mapping[str, str], *, number: str = "1", owner: str = "Правилам") -> str:
    """A table of requirements as an annex; a cell has a paragraph a line."""
    cells = "".join(
        f"<tr>\n<td>{place}</td>\n<td>{label}</td>\n<td>\n{rows.get(label, words)}\n</td>\n</tr>\n"
        for place, (label, words) in enumerate(ROWS.items(), start=1)
    )
    return (
        f"> *Приложение {number}*  \n> *к {owner} оказания государственной услуги*\n\n<table>\n"
        f'<tr>\n<td colspan="3">Перечень основных требований к оказанию государственной услуги «{NAME}»</td>\n</tr>\n'
        f"{cells}</table>\n"
    )


def material(*texts: str, language: Language = Language.RU) -> ActMaterial:
    """An act of some texts."""
    act = Act(
        id="zan:999001", ids=("zan:999001",), type=ActType.ORDER, number="7", date=DAY, title_kk=None, title_ru=None
    )
    documents = [read_act(text, language) for text in texts]
    return ActMaterial(act=act, day=DAY, texts=documents, services={}, text_of=lambda _digest: None)


def found(check: Callable[[ActMaterial], Iterable[Clash | Issue]], *texts: str) -> list[tuple[str, str, str]]:
    """(reason, words of a, words of b) of what a check gives; each must explain itself in every language."""
    clashes = [one for one in check(material(*texts)) if isinstance(one, Clash)]
    for one in clashes:
        assert all(explain(one)[language] for language in Language)
        assert correct(one) is not None
    return [(one.reason, one.a.evidence.quote, one.b.evidence.quote) for one in clashes]
