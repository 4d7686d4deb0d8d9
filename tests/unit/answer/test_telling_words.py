from kb.answer.service.telling_words import MOST_SAID, telling_words

APOSTILLES = [
    "Сот органдарынан шығатын ресми құжаттарға апостиль қою",
    "Прокуратура органдарынан шығатын ресми құжаттарға апостиль қою",
    "Әділет органдарынан шығатын ресми құжаттарға апостиль қою",
]


def test_what_all_names_share_is_left_out() -> None:
    assert [words.split()[0] for words in telling_words(APOSTILLES)] == ["сот", "прокуратура", "әділет"]
    assert all("апостиль" not in words for words in telling_words(APOSTILLES))


def test_words_of_every_service_tell_nothing() -> None:
    told = telling_words(["Выдача справки о несудимости", "Выдача справки о доходах"])

    assert told == ["несудимости", "доходах"]


def test_five_long_names_are_short_enough_to_hear() -> None:
    names = [f"{name} саласындағы ұзақ әрі толық жазылған атауы бар ерекше қызмет" for name in "абвгд"]

    assert sum(len(words.split()) for words in telling_words(names)) <= MOST_SAID


def test_one_name_is_said_without_words_of_every_service() -> None:
    assert telling_words(["Жатақхана беру"]) == ["жатақхана"]


def test_equal_names_and_names_without_words_come_back() -> None:
    assert telling_words(["—", "—"]) == ["—", "—"]
    assert len(telling_words(["Жатақхана", "Жатақхана"])) == 2
