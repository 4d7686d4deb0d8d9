import pytest

from kb.text import fold, put_right


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # one word in Latin letters beside Cyrillic ones
        ("spravka алу", "справка алу"),
        ("баламa zholdama құжат kerek пе", "балама zholdama құжат керек пе"),
        ("ekі ЦОН", "екі ЦОН"),
        # both languages in Latin letters, each word in its own
        ("gde poluchit spravku, balam ush zhasta", "где получит справку, балам уш жаста"),
        # figures as letters
        ("po4emu tak dolgo", "почему так долго"),
        # the alphabet of 2017
        ("qujattar qai'da beriledi, jan'a ku'n", "құжаттар қайда беріледі, жаңа күн"),
        # some words on the other layout, or all of them
        ("gfcgjhn алу керек", "паспорт алу керек"),
        ("Анықтама r8y", "Анықтама күн"),
        ("alu gfcgjhn kerek", "алу паспорт керек"),
        ("портал упщм", "портал egov"),
        # capital rows, with digits and signs that are letters
        ("NTKTAJY YJVTHS", "ТЕЛЕФОН НОМЕРЫ"),
        (")FPF0CNFY", "ҚАЗАҚСТАН"),
        # hyphens and numbers stay where no letter can stand
        ("r-kr -n3y3i", "көлк өтініш"),
        ("wjy-yfy cjnnf-f0", "цон-нан сотта-ақ"),
        ("10-csysg, 2022 ;sk rtptu3", "10-сынып, 2022 жыл кезегі"),
        ("ребёнка gfcgjhn", "ребёнка паспорт"),
    ],
)
def test_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert put_right(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Куәлікті қайдан аламын?", "Где получить справку об отсутствии судимости?", "KZ Samsung телефоны",
        "Silverlight орнату", "eGov-та тіркелу", "C-R-4 нысаны", "visa алу", "B2B", "mp4", "how to get a passport",
        "kyzmet@example.kz поштасы", "www.example.kz сайты", "V1500000000", "XIV тарау", "№ 153", "1414", "5-6 күн",
        "",
    ],
)  # fmt: skip
def test_right_texts_stay(text: str) -> None:
    assert fold(put_right(text)).text == fold(text).text
