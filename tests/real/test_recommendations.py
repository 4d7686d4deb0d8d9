"""What the report of 2017 recommends: counted, and the two lists whose items were counted by hand are whole."""

from pathlib import Path

from kb.extract.recommendations import find_recommendations
from tests.real.test_bodies import read_report

# Lines of the report: 22 recommendations to bodies (one of them printed in two paragraphs), nine on the method.
TO_BODIES, ON_METHOD = range(5171, 5195), range(5198, 5207)
ALL = 186


def test_the_lists_of_the_report_are_read_whole_and_the_rest_by_what_should_be_done(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("001_*.txt")
    report = read_report(path)
    found = list(find_recommendations(report))
    lines = [one.line for one in found]
    assert len(found) == ALL
    assert sum(line in TO_BODIES for line in lines) == 23
    assert sum(line in ON_METHOD for line in lines) == 9
    assert lines == sorted(set(lines))
    for one in found:
        assert report.text[one.start : one.end] == one.quote
        assert not one.quote.startswith(("-", "–", "1.", "2."))


def test_news_and_articles_have_no_such_list(shared: Path) -> None:
    for path in (shared / "seeds").glob("00[0234]_*.txt"):
        assert list(find_recommendations(read_report(path))) == []
