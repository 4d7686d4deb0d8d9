from kb.model import Language
from kb.text import ANALYSIS_VERSION, analyse, stem


def test_a_kazakh_document_has_kazakh_stems_only() -> None:
    terms = analyse("Құжаттарды қабылдау", Language.KK)
    assert terms.exact == ("құжаттарды", "қабылдау")
    assert terms.kk == (stem("құжаттарды", Language.KK), stem("қабылдау", Language.KK))
    assert terms.ru == ()
    assert terms.tri[:3] == ("куж", "ужа", "жат")


def test_a_russian_document_has_russian_stems_only() -> None:
    terms = analyse("Приём документов", Language.RU)
    assert terms.ru == (stem("прием", Language.RU), "документ")
    assert terms.kk == ()


def test_a_query_has_both() -> None:
    terms = analyse("паспорт алу")
    assert len(terms.kk) == len(terms.ru) == len(terms.exact) == 2


def test_spelling_does_not_part_a_query_from_its_document() -> None:
    document = analyse("Жеке куәлікті ауыстыру", Language.KK)
    for query in ["жеке куалик ауыстыру", "ЖEКE КУӘЛIК АУЫСТЫРУ", "же\u00adке  куәлікті, ауыстыруға"]:
        assert set(analyse(query).kk) == set(document.kk)


def test_short_words_are_their_own_gram() -> None:
    assert analyse("үй су жер", Language.KK).tri == ("уи", "су", "жер")


def test_no_words_no_terms() -> None:
    assert not any(vars_of for vars_of in (analyse(" — … !").exact, analyse("").tri))
    assert ANALYSIS_VERSION
