"""No word of a real act is lost: clauses hold it, or it is listed with its reason."""

from pathlib import Path

from kb.read import Reason, at_most_one, check_document, coverage, parse_page, uncovered
from tests.real.act_file import read_act

ENOUGH = 0.995


def test_words_of_real_acts_stand_in_clauses(shared: Path) -> None:
    paths = [*sorted((shared / "data" / "acts").rglob("*.md")), *sorted((shared / "data" / "pages").glob("*.html"))]
    assert len(paths) > 90
    held = total = 0
    short: list[str] = []
    for path in paths:
        document = read_act(path)
        words, all_words = coverage(document)
        held, total = held + words, total + all_words
        if words < ENOUGH * all_words:
            short.append(f"{words / all_words:.4f} {path}")
        told = {issue.line for issue in check_document(document) if issue.code == "uncovered_block"}
        lost = {document.line_of(u.start) for u in uncovered(document) if u.reason is Reason.LEFT_OUT}
        assert lost == told
    print(f"{held} of {total} characters of words in {len(paths)} files stand in clauses: {held / total:.4%}")  # noqa: T201
    assert short == []
    assert held >= ENOUGH * total
    assert total > 1_000_000


def test_words_of_a_page_are_in_its_text(shared: Path) -> None:
    for path in (shared / "data" / "pages").glob("*.html"):
        page = parse_page(path.read_text(encoding="utf-8"))
        content = at_most_one(page, ".text article") or page
        for hidden in content.select("script, style, nav, header, footer"):
            hidden.decompose()
        assert len("".join(read_act(path).text.split())) >= ENOUGH * len("".join(content.get_text().split()))
