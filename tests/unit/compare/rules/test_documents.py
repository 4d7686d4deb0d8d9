"""Lists of documents, and what people were asked for beside them; the services are invented."""

import pytest

from kb.compare.checking import check_service
from kb.model import Attribute, DocumentForm, FindingClass, RequiredDocument, Scope, ScopeField
from tests.unit.compare.compared import document, material, stated
from tests.unit.compare.rules.report_texts import findings


@pytest.mark.parametrize(
    "told",
    [
        "Сұхбаткерлердің 2,5%-ы стандартқа кірмейтін құжаттарды талап еткенін айтты.",
        "«Ережелерде көрсетілмеген анықтаманы сұрайды».",
        "«Тағы екі анықтама керек болды, ол туралы тізімде жазылмаған».",
        "Алушылардың 4%-ы олардан қосымша құжаттар талап еткенін айтты. Мысалы: мектептен анықтама, келісім.",
    ],
)
def test_papers_asked_for_outside_the_list(told: str) -> None:
    (found,) = findings(FindingClass.DOCUMENTS, told)
    assert (found.prevails, found.rule) == ("a", "normative_text")


@pytest.mark.parametrize(
    "told",
    [
        "Стандартта көрсетілген құжаттарды ғана талап етті.",
        "Стандарт бойынша көп құжатты талап етеді.",
        "«Құжаттар тізімі сайтта жоқ».",
        "Құжаттар тізіміне наразылық жоқ.",
        "Алушылардың 4%-ы олардан қосымша құжаттар талап еткенін көрсетті.",
    ],
)
def test_the_list_itself_and_other_troubles_are_silent(told: str) -> None:
    assert findings(FindingClass.DOCUMENTS, told) == []


def test_a_share_and_a_voice_are_one_finding_that_cites_both() -> None:
    (found,) = findings(
        FindingClass.DOCUMENTS,
        "Сұхбаткерлердің 2,5%-ы стандартқа кірмейтін құжаттарды талап еткенін айтты.",
        "«Тағы екі анықтама керек болды, ол туралы тізімде жазылмаған».",
    )
    assert found.a.evidence.line != found.b.evidence.line


def test_papers_brought_again_though_the_standard_spares_them() -> None:
    told = (
        "Отбасы құрамында өзгеріс болмаса да, барлық құжатты жаңадан жинайды. Стандартта мәліметтерде өзгерістер "
        "болмаса, бұл құжаттар қайта ұсынылмайды деп жазылған."
    )
    (found,) = findings(FindingClass.DOCUMENTS, told)
    assert "жаңадан" in found.b.evidence.quote


def test_a_list_told_wrongly_and_then_rightly() -> None:
    told = "«Қызметкер құжаттар тізімін қате айтты, екіншісі дұрыстап түсіндірді»."
    assert len(findings(FindingClass.DOCUMENTS, told)) == 1
    assert findings(FindingClass.DOCUMENTS, "«Екіншісі дұрыстап түсіндірді».") == []


LIST = ("заявление", "паспорт птицы", "план вольера", "квитанция об уплате")
CODES = {"заявление": "application", "квитанция об уплате": "payment_receipt", "чек об оплате": "payment_receipt"}
COPY, NOTARISED = (DocumentForm.COPY,), (DocumentForm.NOTARISED_COPY,)
CHILDREN = Scope(case=ScopeField(text="для детей"))
Forms = tuple[DocumentForm, ...]


def acts(
    one: tuple[str, ...], other: tuple[str, ...], *, forms: tuple[Forms, Forms] = ((), ()), **scopes: Scope
) -> int:
    statements, texts = [], []
    for number, (items, form) in enumerate(zip((one, other), forms, strict=True), start=1):
        text = document(items, name=f"act-{number}.txt", digest=f"sha256:{number}")
        texts.append(text)
        statements += [
            stated(
                text,
                item,
                RequiredDocument(text=item, code=CODES.get(item), forms=form),
                attribute=Attribute.DOCUMENT,
                act=f"V{number}",
                scope=scopes.get(f"of_{number}"),
            )
            for item in items
        ]
    return len(check_service(material(statements, *texts), kinds=[FindingClass.DOCUMENTS]).findings)


def test_a_document_of_one_list_that_the_other_lacks() -> None:
    assert acts(LIST, LIST[:2] + LIST[3:]) == 1
    assert acts(LIST, (*LIST, "справка о прививках")) == 1


def test_another_order_another_name_and_another_case_are_no_difference() -> None:
    assert acts(LIST, tuple(reversed(LIST))) == 0
    assert acts(LIST, (*LIST[:3], "чек об оплате")) == 0
    assert acts(LIST, (LIST[0], "паспорт на каждую птицу", *LIST[2:])) == 0
    assert acts(LIST, LIST[:3], of_2=CHILDREN) == 0
    assert acts(LIST, ("анкета", "диплом")) == 0
    assert acts(LIST, (LIST[0], "паспорт птицы с планом вольера", LIST[3])) == 0


def test_a_document_is_missing_though_others_share_words_with_it() -> None:
    alike = ("план вольера", "план участка", "план дома")
    assert acts((*LIST[:2], *alike), (*LIST[:2], *alike[:2])) == 1


def test_one_document_in_two_forms() -> None:
    assert acts(LIST[:1] + LIST[3:], LIST[:1] + LIST[3:], forms=(COPY, NOTARISED)) == 2
    assert acts(LIST, LIST, forms=(COPY, COPY)) == 0
    assert acts(LIST, LIST, forms=(COPY, ())) == 0


def test_the_full_list_was_not_told() -> None:
    short, more = "Кейбіріне құжаттардың толық тізімі берілмеді.", "Кейін қосымша құжаттарды талап етті."
    assert len(findings(FindingClass.DOCUMENTS, f"{short} {more}")) == 1
    assert findings(FindingClass.DOCUMENTS, short) == findings(FindingClass.DOCUMENTS, more) == []


def test_papers_that_need_not_be_brought_had_to_be() -> None:
    spared = "Стандарт бойынша киіз туралы құжаттарды әкелу талап етілмейді."
    told = "«Сол құжаттарды әкелуге мәжбүр болдық»."
    assert len(findings(FindingClass.DOCUMENTS, spared, told)) == 1
    assert findings(FindingClass.DOCUMENTS, told) == []
