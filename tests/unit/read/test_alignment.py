"""The Kazakh and the Russian text of an act are laid side by side."""

from datetime import UTC, datetime

from kb.model import Document, Language, Snapshot
from kb.read import divide_act, read_markdown
from kb.read.alignment import align_clauses

KAZAKH = """# Қайықты жалға беру қағидалары

1. Жалға беруді айлақ жүргізеді.

2. Қайық 3 жұмыс күні ішінде беріледі.

1) ескекпен – 3 жұмыс күні;

2) қозғалтқышпен – 2031 жылғы 5 мамырдан бастап 7 жұмыс күні.

3. Жалға алу үшін 0,5 АЕК төленеді.
"""
RUSSIAN = """# Правила проката лодок

1. Прокат ведёт пристань.

2. Лодка выдаётся в течение 3 рабочих дней.

1) с вёслами – 3 рабочих дня;

2) с мотором – с 5 мая 2031 года 7 рабочих дней.

3. За прокат уплачивается 0,5 МРП.
"""


def _document(text: str, language: Language) -> Document:
    reading = read_markdown(text)
    snapshot = Snapshot(
        digest="sha256:0",
        document=f"{language}.md",
        source="lawgit",
        media_type="text/markdown",
        taken_at=datetime(2031, 1, 1, tzinfo=UTC),
        size=len(text),
    )
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="act",
        title=None,
        blocks=reading.blocks,
        clauses=divide_act(reading.text, reading.blocks, language=language),
    )


def _pairs(kk: str, ru: str) -> list[tuple[str | None, str | None]]:
    pairs = align_clauses(_document(kk, Language.KK), _document(ru, Language.RU))
    return [(one.kk, one.ru) for one in pairs]


def test_clauses_of_one_structure_meet_by_their_ids() -> None:
    pairs = _pairs(KAZAKH, RUSSIAN)
    assert len(pairs) >= 6
    assert all(kk == ru for kk, ru in pairs)


def test_a_shifted_number_does_not_part_a_pair() -> None:
    shifted = RUSSIAN.replace("3. За", "4. За").replace("2. Лодка", "3. Лодка").replace("1. Прокат", "2. Прокат")
    pairs = _pairs(KAZAKH, shifted)
    assert ("point-2", "point-3") in pairs
    assert ("point-3", "point-4") in pairs
    assert ("point-2/sub-2", "point-3/sub-2") in pairs


def test_a_clause_that_one_text_lacks_stays_alone_where_it_stands() -> None:
    shorter = RUSSIAN.replace("1) с вёслами – 3 рабочих дня;\n\n", "")
    pairs = _pairs(KAZAKH, shorter)
    place = pairs.index(("point-2/sub-1", None))
    assert pairs[place + 1] == ("point-2/sub-2", "point-2/sub-2")
    assert pairs[place - 1][0] == "point-2"


def test_a_clause_of_the_russian_text_alone_is_told_too() -> None:
    longer = RUSSIAN + "\n4. Собак на борт не берут, кроме собак-поводырей слепых и слабовидящих пассажиров пристани.\n"
    assert _pairs(KAZAKH, longer)[-1] == (None, "point-4")


def test_confidence_lies_between_0_and_1_and_is_0_without_a_partner() -> None:
    longer = KAZAKH + "\n4. Итті алып кіруге болмайды.\n"
    pairs = align_clauses(_document(longer, Language.KK), _document(RUSSIAN, Language.RU))
    assert all(0 < one.confidence <= 1 for one in pairs if one.kk and one.ru)
    assert [one.confidence for one in pairs if one.ru is None] == [0.0]


def test_every_clause_stands_in_one_pair() -> None:
    kk, ru = _document(KAZAKH, Language.KK), _document(RUSSIAN.replace("2)", "4)"), Language.RU)
    pairs = align_clauses(kk, ru)
    assert sorted(one.kk for one in pairs if one.kk) == sorted(clause.id for clause in kk.clauses)
    assert sorted(one.ru for one in pairs if one.ru) == sorted(clause.id for clause in ru.clauses)


def test_sentences_that_only_one_text_has_in_a_list_meet_inside_their_point() -> None:
    kk = "1. Қайық беріледі:\n\n   1) айлақта.\n\n      2031 жылғы 5 мамырда № 12 қайық 40 минутқа беріледі."
    ru = "1. Лодка выдаётся:\n\n   на пристани.\n\n   5 мая 2031 года лодка № 12 выдаётся на 40 минут."
    told = dict(_pairs(kk, ru))
    assert told["point-1/sub-1/p-1"] == "point-1/p-2"


def test_clauses_of_one_number_meet_where_their_neighbours_stay_alone() -> None:
    more = "\n\n6. Демалыс күндері айлақ жабық.\n\n7. Қайықты бояуға болмайды, оны айлақтың шебері 9 күнде бояйды."
    kk = KAZAKH + "\n\n4. Айлақта 12 қайық бар, олардың 5-еуі ескекті, қалғаны мотормен жүреді." + more
    told = dict(_pairs(kk, RUSSIAN + "\n\n4. Звонок."))
    assert told["point-4"] == "point-4"
