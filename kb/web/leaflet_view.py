"""A service on one printed page: the same questions in Kazakh and Russian beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.model import Card, Language
from kb.resolve import Ruling
from kb.web.appeal_view import GeneralRule
from kb.web.card_view import card_view
from kb.web.leaflet_lines import COLUMN_LINES, SAMPLE_LINES, note_lines, paper_lines, printed_lines, title_lines
from kb.web.page_room import PageRoom
from kb.web.plain_view import PAPERS, PlainSection, plain_view
from kb.web.result_view import service_names
from kb.web.source_link import shorten
from kb.web.value_words import Shown
from kb.web.words import Words, words_in

# The most lines of one question, tried in this order; documents get what the others leave.
_MOST = (40, 12, 8, 6, 5, 4, 3, 2, 1, 0)
_PAPERS = 14  # with so many lines for a long list of documents the other questions need not be shorter


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletSide:
    """One language of the leaflet; `rules` are those of the law where the standard does not tell how to complain."""

    words: Words
    name: Shown
    sections: tuple[PlainSection, ...]
    rules: tuple[GeneralRule, ...]

    @property
    def language(self) -> Language:
        """The language of the words."""
        return self.words.language


def leaflet_side(
    card: Card, language: Language, *, day: date, rulings: Sequence[Ruling], rules: Sequence[GeneralRule]
) -> LeafletSide:
    """The card on a day in one language, as much of each question as leaves room for the others on one page."""
    words = words_in(language)
    name, _ = service_names(card.service, language)
    views = card_view(card, words, day=day, rulings=rulings)
    room = COLUMN_LINES - (SAMPLE_LINES if card.service.sample else 0)

    def side_of(most: int, papers: int) -> LeafletSide:
        return LeafletSide(
            words=words,
            name=Shown(text=shorten(name.text), language=name.language),
            sections=plain_view(views, words, rooms=_Rooms(most, papers).of),
            rules=tuple(rules)[:2],
        )

    for most in _MOST:
        side = side_of(most, 0)
        spare = int(room - _side_lines(side))
        for papers in range(spare, 0, -1):  # headings of cases take lines too
            fuller = side_of(most, papers)
            if _side_lines(fuller) <= room:
                side = fuller
                break
        # Each question keeps one value at least, as long as that leaves the page.
        if spare >= 0 and (spare >= _PAPERS or most == 1 or not _papers_left(side)):
            break
    return side


class _Rooms:
    """`most` lines for each question, `papers` for documents; what the state gets by itself is only counted."""

    def __init__(self, most: int, papers: int) -> None:
        self._most, self._papers = most, papers
        self._asked: set[str] = set()

    def of(self, code: str) -> PageRoom:
        """The room of a question when it is asked first, none after that."""
        if code in self._asked:
            return PageRoom(left=0)
        self._asked.add(code)
        if code == PAPERS:
            return PageRoom(left=self._papers, weigh=paper_lines)
        return PageRoom(left=self._most, weigh=printed_lines, least=1 if self._most else 0)


def _papers_left(side: LeafletSide) -> bool:
    return any(section.checklist and section.checklist.left for section in side.sections)


def _side_lines(side: LeafletSide) -> float:
    total = title_lines(side.name.text)
    for section in side.sections:
        listed = [line for group in section.groups for line in group.lines]
        listed += [line for dispute in section.disputes for line in dispute]
        total += sum(printed_lines(line) for line in listed) + len(section.disputes)
        total += section.left > 0
        if papers := section.checklist:
            total += sum(note_lines(" ".join(one.text for one in case.conditions)) for case in papers.cases)
            total += sum(paper_lines(line) for case in papers.cases for line in case.lines)
            total += (papers.left > 0) + (papers.obtained_left > 0)
        if section.silent:
            total += note_lines(" ".join(rule.text for rule in side.rules)) + 1 if section.code == "appeal" else 1
    return total
