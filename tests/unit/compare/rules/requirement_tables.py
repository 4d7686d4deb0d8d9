"""Acts of an invented service with its table of requirements, read as the program does."""

from kb.model import Document, Language
from tests.unit.extract.documents import read_act

ROWS = (
    ("Наименование услугодателя", "Отдел пчеловодства"),
    ("Способы предоставления государственной услуги", "канцелярия услугодателя"),
    ("Форма оказания государственной услуги", "бумажная"),
    ("Результат оказания государственной услуги", "карточка пасечника"),
)
NAME = "Выдача карточки пасечника владельцам ульев"


def act(*points: str, term: str = "4 (четыре) рабочих дня", name: str = NAME) -> Document:
    """Rules with these points, and the table of their annex with a term and a name."""
    rows = (*ROWS, ("Срок оказания государственной услуги", term))
    cells = "".join(
        f"<tr>\n<td>{number}</td>\n<td>{label}</td>\n<td>\n{value}\n</td>\n</tr>\n"
        for number, (label, value) in enumerate(rows, start=1)
    )
    title = f"Перечень основных требований к оказанию государственной услуги\n&quot;{name}&quot;"
    table = f'<table>\n<tr>\n<td colspan="3">\n{title}\n</td>\n</tr>\n{cells}</table>\n'
    head = "> *Приложение*\n> *к приказу*\n\n## Правила выдачи карточки"
    annex = "> *Приложение 1*\n> *к Правилам*"
    return read_act("\n\n".join((head, *points, annex, table)), Language.RU)
