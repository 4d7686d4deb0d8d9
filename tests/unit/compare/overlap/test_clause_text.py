"""The own words of clauses."""

from kb.compare.overlap import clause_texts
from kb.model import Language
from tests.unit.extract.documents import read_act

ACT = """# Об утверждении правил осмотра бакенов

1. Смотритель осматривает бакены:

1) весной;

2) осенью.

2. Бакены красят.

<table>
<tr><td>1</td><td>Способы предоставления государственной услуги</td><td>Через пристань.</td></tr>
</table>
"""


def test_each_character_stands_in_one_clause() -> None:
    document = read_act(ACT, Language.RU)
    taken: list[int] = []
    for one in clause_texts(document, lambda _: ("buoys",)):
        assert document.text[one.start : one.start + len(one.text)] == one.text
        assert one.services == ("buoys",)
        taken += range(one.start, one.start + len(one.text))
    assert len(taken) == len(set(taken))
    said = "".join(document.text[place] for place in sorted(taken))
    assert all(words in said for words in ("осматривает", "весной", "осенью", "красят", "пристань"))


def test_a_document_that_is_no_act_goes_by_its_name_and_services_by_clause() -> None:
    document = read_act(ACT, Language.RU)
    found = list(clause_texts(document, lambda clause: (clause,)))
    assert {one.work for one in found} == {document.snapshot.document}
    assert all(one.services == (one.clause,) for one in found)


def test_headings_and_labels_of_rows_are_headings() -> None:
    document = read_act(ACT, Language.RU)
    headings = [one.text for one in clause_texts(document, lambda _: ()) if one.heading]
    assert any("Об утверждении правил" in text for text in headings)
    plain = " ".join(one.text for one in clause_texts(document, lambda _: ()) if not one.heading)
    assert "Через пристань" in plain
