"""Text of another service under a service; services and clauses are invented."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kb.compare.overlap import ClauseText, PastedKind, PastedText, clause_texts, find_pasted, measure_overlap
from kb.model import Clause, ClauseKind, Document, Language, Service, Snapshot

NAMES = {
    "buoy": "Шығанақ қалқымасын бояуға келісім беру",
    "lamp": "Шамшырақ фонарін тексеру куәлігін ұсыну",
    "gull": "Шағалалар санағына қатысуға шақыру рәсімдеу",
    "boat": "Қайық кепілін есепке қою",
    "pier": "Айлақ тақтайын ауыстыруды мақұлдау",
}
RUSSIAN = {
    "buoy": "Согласование окраски бакена весной",
    "lamp": "Выдача свидетельства о проверке фонаря маяка",
    "gull": "Приглашение на перепись чаек",
}
CORPORATION = "Нәтижесі: куәлік Мемлекеттік корпорация арқылы немесе жеке кабинетке жіберіледі, ол тегін беріледі."
OWN_RESULT = {
    "buoy": "Қызмет көрсету нәтижесі: шығанақ қалқымасын бояуға келісім хат.",
    "lamp": "Қызмет көрсету нәтижесі: шамшырақ фонарін тексеру туралы куәлік.",
    "gull": "Қызмет көрсету нәтижесі: шағалалар санағына шақыру қағазы.",
    "boat": "Қызмет көрсету нәтижесі: қайық кепілі есепке қойылғаны туралы белгі.",
    "pier": "Қызмет көрсету нәтижесі: айлақ тақтайын ауыстыру мақұлдауы.",
}
SAID = "Күзетші маған үш рет келіп, фонарьдың шынысын өзі сүртіп берді, содан кейін ғана мөрін басты, мен риза болдым"
TOLD = "Аудан тұрғындары шамшырақ фонарін тексеру кезінде линзаның шынысын бірнеше рет қайта сүртуге мәжбүр болған"


def service(key: str, *, kk: str | None = None, ru: str | None = None) -> Service:
    return Service(
        id=key, ids=(key,), name_kk=kk, name_ru=ru, owner=None, codes={}, channels=(), paid=None, forms=(),
        recipients=(), sources=(),
    )  # fmt: skip


def report(
    sections: Mapping[str, Sequence[str]], *, language: Language = Language.KK, name: str = "report"
) -> Document:
    """A text with a section a service, whose paragraphs are clauses."""
    lines, clauses, start = [], [], 0
    for key, paragraphs in sections.items():
        for number, line in enumerate(paragraphs, start=1):
            place = start, start + len(line)
            clauses.append(
                Clause(
                    id=f"{key}/p-{number}", kind=ClauseKind.PARAGRAPH, start=place[0], end=place[1], language=language
                )
            )
            lines.append(line)
            start = place[1] + 1
    text = "\n".join(lines)
    snapshot = Snapshot(
        digest=f"sha256:{name}", document=f"{name}.txt", source="local", media_type="text/plain",
        taken_at=datetime(2031, 1, 1, tzinfo=UTC), size=len(text),
    )  # fmt: skip
    return Document(
        snapshot=snapshot, text=text, language=language, layout="report", title=None, blocks=(), clauses=tuple(clauses)
    )


def pasted(document: Document, services: Sequence[Service]) -> list[PastedText]:
    def texts() -> list[ClauseText]:
        return list(clause_texts(document, lambda clause: (clause.split("/")[0],)))

    with measure_overlap(texts()) as overlap:
        return list(find_pasted(overlap, services, texts, text_of={document.snapshot.digest: document}.get))


def sections(**more: Sequence[str]) -> dict[str, Sequence[str]]:
    return {key: (OWN_RESULT[key], CORPORATION, *more.get(key, ())) for key in NAMES}


SERVICES = [service(key, kk=name) for key, name in NAMES.items()]


def words_of(document: Document, found: PastedText) -> tuple[str, str]:
    assert document.snapshot.digest == found.a.snapshot == found.b.snapshot
    return document.text[found.a.start : found.a.end], document.text[found.b.start : found.b.end]


def test_each_with_its_own_result_and_the_words_of_all_is_silent() -> None:
    assert pasted(report(sections()), SERVICES) == []


def test_the_result_of_another_service_is_told_with_both_places() -> None:
    document = report(sections() | {"boat": (OWN_RESULT["lamp"].replace("куәлік", "куәлігі"), CORPORATION)})
    (found,) = pasted(document, SERVICES)
    assert (found.kind, found.service, found.other) == (PastedKind.NAME, "boat", "lamp")
    assert (found.a.clause, found.b.clause) == ("boat/p-1", "lamp/p-1")
    assert [word.lower() for word in found.words] == ["шамшырақ", "фонарін", "тексеру", "куәлігі"]
    assert all("шамшырақ фонарін тексеру" in words for words in words_of(document, found))


def test_a_portal_for_another_service_is_told_in_russian_too() -> None:
    channel = "Приём заявлений и выдача результата осуществляются при согласовании окраски бакена через веб-портал."
    texts = {
        "buoy": ("Результат оказания услуги: согласование окраски бакена весной.",),
        "gull": (channel,),
        "lamp": ("Результат оказания услуги: свидетельство о проверке фонаря маяка.",),
    }
    services = [service(key, ru=name) for key, name in RUSSIAN.items()]
    found = pasted(report(texts, language=Language.RU), services)
    assert [(one.kind, one.service, one.other, one.a.clause) for one in found] == [
        (PastedKind.NAME, "gull", "buoy", "gull/p-1")
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Қажетті құжаттар тізбесі: шамшырақ фонарін тексеру куәлігін ұсыну қажет.", id="documents"),
        pytest.param("Бас тарту үшін негіздер: шамшырақ фонарін тексеру куәлігін ұсыну болмауы.", id="refusal"),
        pytest.param("Қызмет көрсету нәтижесі: куәлік ұсыну.", id="words of many names"),
        pytest.param("Қызмет көрсету нәтижесі: қайық кепілі және фонарь.", id="one word of another name"),
    ],
)
def test_what_may_name_another_service_is_silent(line: str) -> None:
    assert pasted(report(sections(boat=(line,))), SERVICES) == []


def test_a_name_that_holds_another_name_is_not_foreign() -> None:
    longer = service("boat", kk=f"{NAMES['boat']}, оның ішінде {NAMES['lamp'].lower()}")
    services = [longer, *(one for one in SERVICES if one.id != "boat")]
    line = OWN_RESULT["lamp"].replace("куәлік", "куәлігі")
    assert pasted(report(sections(boat=(line,))), services) == []


def test_a_person_is_quoted_under_two_services() -> None:
    document = report(sections(lamp=(f"Тұрғындар айтады: «{SAID}».",), pier=(f"Пікірлер бар: «{SAID}», деді.",)))
    (found,) = pasted(document, SERVICES)
    assert (found.kind, found.service, found.other) == (PastedKind.QUOTE, "pier", "lamp")
    assert all(words in SAID for words in words_of(document, found))


def test_a_quote_with_the_subject_of_one_belongs_to_it_wherever_it_stands() -> None:
    said = SAID.replace("Күзетші", "Айлақ тақтайын ауыстыру күзетшісі")
    found = pasted(report(sections(buoy=(f"Пікір: «{said}».",), pier=(f"Пікір: «{said}».",))), SERVICES)
    assert [(one.kind, one.service, one.other) for one in found] == [(PastedKind.QUOTE, "buoy", "pier")]
    assert "тақтайын" in found[0].words


def test_short_quotes_one_after_the_other_are_quotes() -> None:
    said = "«Мөрді басқан адам екі сағат бойы келмеді», «Баспалдақта тұрып күтуге тура келді бізге»"
    document = report(sections(lamp=(f"Тұрғындар: {said}.",), pier=(f"Пікірлер де бар: {said}.",)))
    assert {(one.kind, one.service, one.other) for one in pasted(document, SERVICES)} == {
        (PastedKind.QUOTE, "pier", "lamp")
    }


SURVEY = "Қызметке риза болғандардың үлесі 71,3%, құжаттарды жинауға риза болғандар 64,9%, кезекке риза болғандар 50,1%"


def test_shares_of_a_survey_told_of_two_services_are_told() -> None:
    document = report(sections(lamp=(f"{SURVEY}.",), pier=(f"{SURVEY}.",)))
    (found,) = pasted(document, SERVICES)
    assert (found.kind, found.service, found.other) == (PastedKind.FIGURES, "pier", "lamp")


def test_a_survey_in_the_same_words_with_other_shares_is_silent() -> None:
    other = SURVEY.replace("64,9", "66,2")
    assert pasted(report(sections(lamp=(f"{SURVEY}.",), pier=(f"{other}.",))), SERVICES) == []


def test_hours_that_are_the_same_everywhere_are_silent() -> None:
    hours = "Жұмыс кестесі дүйсенбіден жұмаға дейін сағат 9.00-ден 18.30-ға дейін, үзіліс 13.00-ден 14.30-ға дейін"
    assert pasted(report(sections(lamp=(f"{hours}.",), pier=(f"{hours}.",))), SERVICES) == []


def test_words_that_nobody_said_may_stand_under_two_services() -> None:
    assert pasted(report(sections(lamp=(f"{SAID}.",), pier=(f"{SAID}.",))), SERVICES) == []


def test_a_passage_with_the_subject_of_another_service_is_told() -> None:
    document = report(sections(lamp=(f"{TOLD}.",), pier=(f"{TOLD}.",)))
    (found,) = pasted(document, SERVICES)
    assert (found.kind, found.service, found.other) == (PastedKind.PASSAGE, "pier", "lamp")
    assert (found.a.clause, found.b.clause) == ("pier/p-3", "lamp/p-3")


def test_a_service_that_speaks_of_the_subject_elsewhere_is_silent() -> None:
    own = "Айлақ тақтайын ауыстыру кезінде шамшырақ фонарі тексеру үшін алынады."
    assert pasted(report(sections(lamp=(f"{TOLD}.",), pier=(f"{TOLD}.", own))), SERVICES) == []


def test_what_many_services_share_is_silent_whatever_it_names() -> None:
    keys = [f"key{number}" for number in range(40)]
    services = [*SERVICES, *(service(key, kk=f"Теңіз кітабының {key} бетін толтыру") for key in keys)]
    texts = sections(lamp=(f"{TOLD}.",)) | dict.fromkeys(keys, (f"{TOLD}.",))
    assert pasted(report(texts), services) == []


def test_services_without_names_or_clauses_of_several_tell_nothing() -> None:
    document = report(sections() | {"boat": (OWN_RESULT["lamp"],)})
    assert pasted(document, [replace(one, name_kk=None) for one in SERVICES]) == []
