"""References of an act that lead nowhere or to what does not hold."""

from collections.abc import Sequence
from datetime import date

import pytest

from kb.compare.known_acts import NoActs
from kb.compare.legal_basis import BasisFault, BasisKind, find_basis_faults
from kb.extract.clause_lookup import ClauseLookup, Path
from kb.model import Act, ActReference, ActStatus, ActType, Language
from tests.unit.compare.parity.parity_texts import document_of

DAY = date(2031, 5, 5)
RULES = """# Правила проката лодок

1. Прокат лодок ведёт пристань согласно пункту {point} настоящих Правил.

2. Лодка выдаётся по форме согласно приложению {annex} к настоящим Правилам.

3. Залог возвращается.

> *Приложение 1*
> *к Правилам проката лодок*

## Форма заявления

Прошу выдать лодку.

> *Приложение {second}*
> *к Правилам проката лодок*

## Форма расписки

Лодка получена.
"""


class Pier:
    """A base with one law of the pier, whose text has articles 1, 2 and 4."""

    def __init__(self, status: ActStatus = ActStatus.IN_FORCE, repealed_on: date | None = None) -> None:
        self.act = Act(
            id="pier",
            ids=("pier",),
            type=ActType.LAW,
            number="17-X",
            date=date(2030, 3, 1),
            title_kk=None,
            title_ru="О пристанях",
            status=status,
            repealed_on=repealed_on,
            repealed_by="Закон № 19-X" if repealed_on else None,
        )
        text = "\n\n".join(f"Статья {number}. Пристань {number}\n\n1. Слова." for number in (1, 2, 4))
        self._lookup = ClauseLookup(document_of(text, Language.RU))

    def find(self, named: ActReference) -> Act | None:
        return self.act if named.number == self.act.number or named.title == self.act.title_ru else None

    def has(self, act: str, path: Path, language: Language, scopes: Sequence[str] = ()) -> bool | None:
        known = language is Language.RU and act == self.act.id
        return self._lookup.find(path, scopes) is not None if known else None


def _faults(text: str, *, day: date = DAY, known: Pier | NoActs | None = None) -> tuple[BasisFault, ...]:
    return find_basis_faults(document_of(text, Language.RU), day=day, known=known or NoActs())


def _rules(*, point: int = 3, annex: int = 1, second: int = 2) -> str:
    return RULES.format(point=point, annex=annex, second=second)


def test_references_that_lead_somewhere_are_no_fault() -> None:
    assert _faults(_rules()) == ()


def test_a_point_and_an_annex_beyond_the_last_are_dangling() -> None:
    point, annex = _faults(_rules(point=4, annex=3))
    assert (point.kind, point.clause, point.path) == (BasisKind.DANGLING_CLAUSE, "point-1", (("point", "4"),))
    assert (annex.kind, annex.clause, annex.other) == (BasisKind.DANGLING_CLAUSE, "point-2", "annex-2")


def test_a_number_far_beyond_the_last_tells_of_a_text_that_breaks_off() -> None:
    assert _faults(_rules(point=40)) == ()


def test_several_numbers_beyond_the_last_tell_of_a_text_that_breaks_off() -> None:
    text = _rules(annex=3).replace(
        "Залог возвращается", "Залог возвращается согласно приложению 4 к настоящим Правилам"
    )
    assert _faults(text) == ()


def test_two_annexes_with_one_number_are_told() -> None:
    (found,) = _faults(_rules(second=1))
    assert (found.kind, found.clause, found.other) == (BasisKind.ANNEX_TWICE, "annex-1~2", "annex-1")


def test_an_annex_cited_by_two_numbers_under_one_title_is_told() -> None:
    text = _rules().replace(
        "3. Залог возвращается.",
        "3. Заявление «О выдаче лодки напрокат» согласно приложению 1 к настоящим Правилам.\n\n"
        "4. Заявление «О выдаче лодки напрокат» согласно приложению 2 к настоящим Правилам.",
    )
    (found,) = _faults(text)
    assert (found.kind, found.clause, found.other) == (BasisKind.TWO_NUMBERS, "point-4", "point-3")


REPEALED = "# Правила\n\n1. Пошлина взимается согласно статье 5 {act}.\n"


@pytest.mark.parametrize(
    ("act", "day", "since"),
    [
        ("Кодекса Республики Казахстан от 10 декабря 2008 года «О налогах и других обязательных платежах в бюджет»",
         date(2018, 1, 1), "2018-01-01"),
        ("Кодекса Республики Казахстан от 10 декабря 2008 года «О налогах и других обязательных платежах в бюджет»",
         date(2017, 12, 31), None),
        ("Кодекса Республики Казахстан «О налогах и других обязательных платежах в бюджет» (Налоговый кодекс)",
         date(2026, 1, 1), "2026-01-01"),
        ("Кодекса Республики Казахстан «О налогах и других обязательных платежах в бюджет» (Налоговый кодекс)",
         date(2025, 12, 31), None),
        ("Закона Республики Казахстан «О занятости населения»", date(2031, 1, 1), "2023-07-01"),
        ("Налогового кодекса Республики Казахстан", date(2031, 1, 1), None),
    ],
)  # fmt: skip
def test_codes_that_later_ones_repealed(act: str, day: date, since: str | None) -> None:
    told = [(one.kind, one.since) for one in _faults(REPEALED.format(act=act), day=day)]
    assert told == ([(BasisKind.REPEALED_ACT, since)] if since else [])


def test_an_act_that_the_base_tells_to_be_repealed() -> None:
    text = "# Правила\n\n1. Прокат ведётся согласно статье 2 Закона от 1 марта 2030 года № 17-X.\n"
    known = Pier(ActStatus.REPEALED, date(2031, 1, 1))
    (found,) = _faults(text, known=known)
    assert (found.kind, found.since, found.law) == (BasisKind.REPEALED_ACT, "2031-01-01", "Закон № 19-X")
    assert _faults(text, day=date(2030, 12, 31), known=known) == ()


def test_a_clause_that_repeals_names_what_does_not_hold_on_purpose() -> None:
    text = "# Приказ\n\n1. Признать утратившим силу Закон от 1 марта 2030 года № 17-X.\n"
    assert _faults(text, known=Pier(ActStatus.REPEALED, date(2031, 1, 1))) == ()


@pytest.mark.parametrize(("article", "missing"), [(2, False), (3, True), (5, True), (9, False)])
def test_an_article_that_the_cited_act_does_not_have(article: int, missing: bool) -> None:
    text = f"# Правила\n\n1. Прокат ведётся согласно статье {article} Закона от 1 марта 2030 года № 17-X.\n"
    kinds = [one.kind for one in _faults(text, known=Pier())]
    assert kinds == ([BasisKind.MISSING_ARTICLE] if missing else [])


def test_faults_stand_where_the_reference_is_printed() -> None:
    text = _rules(point=4)
    (found,) = _faults(text)
    assert "пункту 4" in document_of(text, Language.RU).text[found.start : found.end]
