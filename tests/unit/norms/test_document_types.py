import re
from time import process_time

import pytest

from kb.model import Language
from kb.norms import NormsError, codes, label
from kb.norms.document_types import find_document_type, find_document_types
from kb.norms.tables import read_table
from kb.text import fold, fold_kazakh


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("заявление по форме согласно приложению 4", "application"),
        ("заявление о выдаче паспорта", "application"),
        ("копия документа, удостоверяющего личность владельца питомника", "identity_document"),
        ("удостоверение личности либо паспорт", "identity_document"),
        ("удостоверение личности, либо электронный документ из сервиса цифровых документов", "identity_card"),
        ("копия паспорта", "passport"),
        ("технический паспорт вышки", "technical_passport"),
        ("паспорт безопасности карьера", "security_passport"),
        ("копия свидетельства о рождении ребёнка", "birth_certificate"),
        ("две фотографии размером 3х4", "photo"),
        ("квитанция об оплате сбора за осмотр", "payment_receipt"),
        ("документ, подтверждающий уплату сбора", "payment_receipt"),
        ("нотариально удостоверенная доверенность, в случае обращения представителя", "power_of_attorney"),
        ("копия устава пасеки", "charter"),
        ("справка о государственной регистрации юридического лица", "legal_entity_certificate"),
        ("медицинская справка", "medical_certificate"),
        ("справка об отсутствии судимости", "no_criminal_record"),
        ("договор аренды помещения", "lease_contract"),
        ("договор о намерениях", "contract"),
        ("диплом пчеловода", "education_document"),
        ("справка об отсутствии налоговой задолженности", "no_tax_debt"),
        ("для выдачи талона: заявление владельца", "application"),
    ],
)
def test_the_first_type_of_a_russian_item_decides(item: str, code: str) -> None:
    assert find_document_type(fold(item).text, Language.RU) == code


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("осы Қағидаларға 2-қосымшаға сәйкес нысан бойынша өтініш", "application"),
        ("питомник иесінің жеке басын куәландыратын құжаттың көшірмесі", "identity_document"),
        ("жеке куәлік немесе паспорт", "identity_document"),
        ("баланың туу туралы куәлігі (салыстыру үшін түпнұсқасы)", "birth_certificate"),
        ("3х4 көлеміндегі екі фотосурет", "photo"),
        ("баждың төленгенін растайтын құжат", "payment_receipt"),
        ("алым төлегені туралы түбіртек", "payment_receipt"),
        ("өкілдің сенімхаты", "power_of_attorney"),
        ("омарта жарғысының көшірмесі", "charter"),
        ("мұнараның техникалық паспорты", "technical_passport"),
        ("еңбек шартының көшірмесі", "employment_contract"),
        ("сотталғандығының жоқтығы туралы анықтама", "no_criminal_record"),
        ("омарташының дипломы", "education_document"),
        ("куәлік алу үшін: иесінің өтініші", "application"),
    ],
)
def test_the_last_noun_of_a_kazakh_item_decides(item: str, code: str) -> None:
    folded = fold(item).text

    assert find_document_type(folded, Language.KK) == code
    assert find_document_type(fold_kazakh(folded), Language.KK) == code


@pytest.mark.parametrize(
    ("item", "language"),
    [
        ("", "ru"),
        ("к услугодателю:", "ru"),
        ("документы, указанные в подпункте 1", "ru"),
        ("свидетельство о рождении щенка или договор купли-продажи", "ru"),
        ("сведения о документах, удостоверяющих личность, о лицензии, о наличии паспорта", "ru"),
        ("сенімхат немесе жарғының көшірмесі", "kk"),
        ("порталға:", "kk"),
    ],
)
def test_an_open_item_has_no_type(item: str, language: Language) -> None:
    assert find_document_type(fold(item).text, language) is None


def test_the_longest_type_wins_where_types_overlap() -> None:
    named = find_document_types("свидетельство о рождении, договор купли-продажи и фотография", Language.RU)

    assert [document.code for document in named] == ["birth_certificate", "sale_contract", "photo"]


def test_places_lead_to_the_words() -> None:
    text = "копия устава"
    (named,) = find_document_types(text, Language.RU)

    assert text[named.start : named.end] == "устава"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_type_is_found_under_its_own_name(language: Language) -> None:
    for code in codes("document_type"):
        name = re.sub(r"\s*\([^)]*\)", "", label("document_type", code, language))

        assert find_document_type(fold(name).text, language) == code, name


def test_types_and_their_names_are_the_same_codes() -> None:
    assert set(read_table("document_types")) == set(codes("document_type"))
    assert all(label("document_type", code, language) for code in codes("document_type") for language in Language)


def test_there_are_no_patterns_of_another_language() -> None:
    with pytest.raises(NormsError, match="kk and ru"):
        find_document_type("birth certificate", Language.EN)


@pytest.mark.parametrize("unit", ["документ ", "туралы ", "a", " ", "свидетельство о ", "жеке басын (", "-"])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_long_item_takes_bounded_time(unit: str, language: Language) -> None:
    before = process_time()
    find_document_type(unit * (100_000 // len(unit)), language)

    assert process_time() - before < 3
