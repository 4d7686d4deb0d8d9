import pytest

from kb.read.page_lines import drop_page_marks, join_lines

HEAD = "Правила парка"


def test_heads_and_page_numbers_that_repeat_are_dropped() -> None:
    pages = [f"{HEAD}\n{word} лавка стоит.\n{word} слова.\n- {number} -" for number, word in enumerate("абвг", 1)]
    kept, dropped = drop_page_marks(pages)
    assert (kept, dropped) == ([[f"{word} лавка стоит.", f"{word} слова."] for word in "абвг"], 8)


def test_two_pages_lose_their_numbers_only() -> None:
    kept, dropped = drop_page_marks([f"{HEAD}\nа\n1", f"{HEAD}\nб\n2"])
    assert (kept, dropped) == ([[HEAD, "а"], [HEAD, "б"]], 2)


def test_another_number_at_the_edge_stays() -> None:
    assert drop_page_marks(["17\nслова", "слова иные\n2019"]) == ([["17", "слова"], ["слова иные", "2019"]], 0)


LONG = "Лавки стоят в парке у воды и под деревьями, где тень"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Лавки стоят", "у воды."], "Лавки стоят у воды."),
        ([LONG, "Парковая улица рядом."], f"{LONG} Парковая улица рядом."),
        (["Лавки стоят:", "1) у воды;", "2) под", "деревом."], "Лавки стоят:\n1) у воды;\n2) под деревом."),
        (["1. Лавки.", "2. Столы."], "1. Лавки.\n2. Столы."),
        (["Лавки – на", "2-тарау. Үстелдер"], "Лавки – на\n2-тарау. Үстелдер"),
        (["Лавки и", "Статья 5. Столы"], "Лавки и\nСтатья 5. Столы"),
        (["Лавки в интернет-", "ресурсе."], "Лавки в интернет-ресурсе."),
        (["Лавки –", "это скамьи."], "Лавки – это скамьи."),
        (["Лав\u00ad", "ки."], "Лавки."),
        (["Министр парков", "А. Лавкин"], "Министр парков\nА. Лавкин"),
        (["Лавки", "", "столы"], "Лавки\n\nстолы"),
    ],
)
def test_lines_are_joined_into_paragraphs(lines: list[str], joined: str) -> None:
    assert join_lines([lines]) == joined


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert join_lines([["Лавки стоят"], ["у воды."]]) == "Лавки стоят у воды."


def test_nothing_gives_nothing() -> None:
    assert join_lines([]) == ""
