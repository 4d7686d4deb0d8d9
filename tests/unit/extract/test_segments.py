"""Where the value of a sentence begins behind its label."""

from kb.extract import extract_text
from kb.model import Language


def test_a_quote_begins_behind_the_whole_word_of_the_label() -> None:
    found = extract_text("Кезекте күту уақыты 25 минуттан аспайды.", Language.KK).statements
    assert [one.evidence.quote for one in found] == ["25 минуттан аспайды"]
