import pytest

from kb.model import Language
from kb.text import fold_kazakh, stem


@pytest.mark.parametrize(
    "forms",
    [
        ["құжат", "құжаттар", "құжаттардың", "құжатты", "құжатқа", "құжатымен", "кужаттар"],
        ["қызмет", "қызметтің", "қызметі", "қызметтерін", "қызметке", "кызметтер"],
        ["мерзім", "мерзімі", "мерзімде", "мерзімінен", "мерзимдер"],
        ["кітап", "кітабы", "кітаптар"],
        ["төле", "төлеу", "төлеген", "төлейді", "төлесе"],
    ],
)
def test_forms_of_a_kazakh_word_share_a_stem(forms: list[str]) -> None:
    assert len({stem(form, Language.KK) for form in forms}) == 1


def test_kazakh_stems_have_no_kazakh_letters() -> None:
    for word in ["өңірлік", "ғылымға", "ұйымның", "әкімшілік", "қоғамның"]:
        stemmed = stem(word, Language.KK)
        assert stemmed == fold_kazakh(stemmed)
        assert len(stemmed) >= 2


def test_country_names_keep_their_end() -> None:
    assert stem("қазақстан", Language.KK) == stem("қазақстанның", Language.KK) == "казакстан"


def test_russian_and_english_stems() -> None:
    assert stem("услуги", Language.RU) == stem("услугами", Language.RU)
    assert stem("ребёнка", Language.RU) == stem("ребенка", Language.RU)
    assert stem("documents", Language.EN) == "document"


def test_a_hostile_word_ends_soon() -> None:
    assert stem("ла" * 2_000, Language.KK)
    assert stem("дылықты" * 500 + "ъ", Language.KK)
