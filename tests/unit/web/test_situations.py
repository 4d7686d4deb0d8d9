"""Life situations: which names belong to which, in both languages, and nothing that only sounds like it."""

from dataclasses import replace

import pytest

from kb.model import Language, LifeSituation
from kb.search import SearchError
from kb.web.situations import SituationIndex, fold_name, situations, sort_services
from tests.patterns.time_patterns import stopwatch
from tests.patterns.worst_cases import worst_texts
from tests.web.memory_texts import KITE, NEST

NAMES = [
    ("child", "Бала тууды тіркеу", "Регистрация рождения ребёнка"),
    ("child", "18 жасқа дейінгі балаларға мемлекеттік жәрдемақы тағайындау", "Назначение пособия на детей до 18 лет"),
    ("child", "Қамқоршылық немесе қорғаншылық белгілеу", "Установление опеки или попечительства"),
    ("marriage", "Неке қиюды мемлекеттік тіркеу", "Государственная регистрация заключения брака"),
    ("marriage", "Атын, әкесінің атын, тегін ауыстыру", "Перемена имени, отчества, фамилии"),
    ("moving", "Тұрғылықты жері бойынша тіркеу", "Регистрация по месту жительства"),
    ("home", "Жылжымайтын мүлікке құқықтарды тіркеу", "Регистрация прав на недвижимое имущество"),
    ("home", "Жер учаскесінің бағалау құнын бекіту", "Утверждение стоимости земельного участка"),
    ("lost", "Паспорттар мен жеке куәліктер беру", "Выдача паспортов и удостоверений личности"),
    ("lost", "Туу туралы қайталама куәлік беру", "Выдача повторного свидетельства о рождении"),
    ("business", "Фармацевтикалық қызметке лицензия беру", "Выдача лицензии на фармацевтическую деятельность"),
    ("business", "Заңды тұлғаларды мемлекеттік тіркеу", "Государственная регистрация юридических лиц"),
    ("work", "Жұмыссыздарды тіркеу", "Регистрация безработных"),
    ("driving", "Жүргізуші куәліктерін беру", "Выдача водительских удостоверений"),
    ("driving", "Көлік құралдарын тіркеу", "Регистрация транспортных средств"),
    ("pension", "Мүгедектігі бойынша жәрдемақы тағайындау", "Назначение пособия по инвалидности"),
    ("pension", "Жасына байланысты зейнетақы тағайындау", "Назначение пенсии по возрасту"),
    ("study", "Колледж студенттеріне жатақхана беру", "Предоставление общежития студентам колледжа"),
    ("study", "Бастауыш мектепке оқуға қабылдау", "Прием детей в начальную школу"),
    ("health", "Еңбекке уақытша жарамсыздық парағын беру", "Выдача листа о временной нетрудоспособности"),
    ("death", "Қайтыс болуды тіркеу", "Регистрация смерти"),
    ("death", "Жерлеуге біржолғы төлем", "Единовременная выплата на погребение"),
    ("abroad", "Құжаттарға апостиль қою", "Апостилирование документов"),
    ("army", "Әскери қызметті растау", "Подтверждение прохождения воинской службы"),
    ("law", "Соттылықтың болуы туралы анықтама", "Справка о наличии судимости"),
    ("farm", "Тыңайтқыш құнын субсидиялау", "Субсидирование стоимости удобрений"),
]  # fmt: skip
NOT_THERE = [
    ("child", "Балалар балабақшасын салуға лицензия", "Лицензия на строительство детских садов"),
    ("study", "Педагогтерді аттестаттаудан өткізу", "Аттестация педагогов"),
    ("driving", "Жолаушыларды тасымалдауға лицензия", "Лицензия на перевозку на транспортных средствах"),
    ("health", "Дәрілік заттарды тіркеу куәлігі", "Регистрационное удостоверение лекарственных средств"),
    ("lost", "Архивтік анықтамаларға апостиль қою", "Апостилирование архивных справок"),
    ("abroad", "Ұяны тіркеу", "Визуальный осмотр гнезда"),
]


def codes(**names) -> set[str]:
    return set(sort_services([replace(NEST, **{"name_kk": None, "name_ru": None, **names})]))


@pytest.mark.parametrize(("code", "kazakh", "russian"), NAMES)
def test_a_name_in_either_language_leads_to_its_situation(code, kazakh, russian):
    assert code in codes(name_kk=kazakh)
    assert code in codes(name_ru=russian)


@pytest.mark.parametrize(("code", "kazakh", "russian"), NOT_THERE)
def test_a_name_that_only_sounds_like_it_does_not(code, kazakh, russian):
    assert code not in codes(name_kk=kazakh)
    assert code not in codes(name_ru=russian)


def test_russian_letters_typed_for_kazakh_ones_count():
    assert "pension" in codes(name_kk="Жасына байланысты зейнетакы тагайындау")


def test_a_heading_of_the_register_counts_like_a_name():
    group = LifeSituation(code="10100", name_ru="Рождение ребенка")
    assert "child" in codes(life_situations=(group,))


def test_situations_without_a_service_are_left_out_and_services_keep_their_order():
    assert sort_services([KITE]) == {}
    nests = [replace(NEST, id=f"nest-{number}", name_kk="Жұмыссыздарды тіркеу") for number in (1, 2, 3)]
    assert sort_services(nests) == {"work": tuple(nests)}


class Base:
    """A base that counts how often its services are looked through."""

    def __init__(self):
        self.built_at, self.away, self.looked = 1, False, 0

    def status(self):
        if self.away:
            raise SearchError("the engine does not answer")
        return self

    def all_services(self):
        self.looked += 1
        return iter([replace(NEST, name_kk="Жұмыссыздарды тіркеу")])


def test_services_are_looked_through_once_for_each_build():
    base = Base()
    index = SituationIndex(base)
    assert [one.code for one in index.known()] == ["work"]
    assert list(index.services()) == ["work"]
    assert base.looked == 1
    base.built_at = 2
    assert list(index.services()) == ["work"]
    assert base.looked == 2


def test_an_engine_that_is_away_leaves_the_situations():
    base = Base()
    base.away = True
    assert list(SituationIndex(base).services()) == ["work"]


def test_words_are_there_in_all_languages_and_codes_are_single():
    assert len(situations()) >= 15
    assert len({one.code for one in situations()}) == len(situations())
    for one in situations():
        assert all(one.title[language] and one.hint[language] for language in Language)
        assert fold_name("Ұя") == "уя"


def test_patterns_bear_100_kb_of_their_worst_text():
    with stopwatch(5.0) as is_slow:
        for one in situations():
            for pattern in (one.pattern, one.but_not):
                if pattern is not None:
                    assert not is_slow(pattern, worst_texts(pattern.pattern, 0)), one.code
