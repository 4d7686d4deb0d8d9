"""A card in plain words: what a citizen asks, in that order, each value with its clause."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kb.model import Attribute
from kb.pipeline.ruled_values import Part
from kb.web.card_view import AttributeView
from kb.web.checklist import Checklist, add_obtained, make_checklist
from kb.web.page_room import PageRoom
from kb.web.plain_line import PlainLine, plain_lines
from kb.web.source_link import SourceLink
from kb.web.value_row import ValueRow
from kb.web.words import Words

# What stands under each question.
QUESTIONS: dict[str, tuple[Attribute, ...]] = {
    "get": (Attribute.RESULT, Attribute.RESULT_FORM),
    "who": (Attribute.RECIPIENT, Attribute.ELIGIBILITY),
    "where": (Attribute.CHANNEL, Attribute.PROVIDER),
    "documents": (Attribute.DOCUMENT,),
    "fee": (Attribute.FEE,),
    "term": (Attribute.DEADLINE,),
    "refusal": (Attribute.REFUSAL_GROUND,),
    "appeal": (Attribute.APPEAL,),
}
# Which questions get the room of a page first: long lists come late, what nobody has to bring last.
_ROOM_FIRST = ("fee", "term", "get", "where", "who", "appeal", "documents", "refusal")
PAPERS = "documents"
_GAPS = 5  # places that leave the number out; the full card has them all
_CHANGES = (Part.OVERRIDDEN, Part.PLANNED, Part.NOT_YET)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainGroup:
    """The values of one attribute; `title` names it where it is not the first under its question."""

    title: str | None
    lines: tuple[PlainLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainSection:
    """One question with the values in force. `disputes` are values of one case that sources disagree about, `beside`
    terms of other steps, `gaps` places where a source leaves the number out; `changes` tells that something else is on
    the full card (overridden, planned or coming), `left` how many values stand there only for want of room."""

    code: str
    groups: tuple[PlainGroup, ...]
    disputes: tuple[tuple[PlainLine, ...], ...]
    beside: tuple[PlainLine, ...]
    gaps: tuple[SourceLink, ...]
    changes: bool
    left: int
    checklist: Checklist | None

    @property
    def silent(self) -> bool:
        """Whether no source says anything under this question."""
        return not (self.groups or self.disputes or self.beside or self.gaps or self.left or self.checklist)


def plain_view(
    views: Sequence[AttributeView], words: Words, *, rooms: Callable[[str], PageRoom] | None = None
) -> tuple[PlainSection, ...]:
    """The questions in their order, whether a source answers them or not. `rooms` gives the room for each question,
    in the order in which they get it; all share that of a page where there is none."""
    by_code = {view.code: view for view in views}
    page = PageRoom(least=1)
    sections = {}
    for code in _ROOM_FIRST:
        mine = [by_code[one.value] for one in QUESTIONS[code] if one.value in by_code]
        sections[code] = _section(code, mine, words, rooms(code) if rooms else page)
    papers = sections[PAPERS]
    if papers.checklist:
        rows, room = _rows([by_code[Attribute.DOCUMENT.value]]), rooms(PAPERS) if rooms else page
        sections[PAPERS] = replace(papers, checklist=add_obtained(papers.checklist, rows, words, room=room))
    return tuple(sections[code] for code in QUESTIONS)


def _section(code: str, views: Sequence[AttributeView], words: Words, room: PageRoom) -> PlainSection:
    rows = _rows(views)
    listed = code == PAPERS
    beside = plain_lines((row for row in rows if row.minor), words)
    disputes = tuple(room.take(plain_lines(dispute, words)) for view in views for dispute in view.disputes)
    told = [] if listed else [(view, plain_lines(_own(view), words)) for view in views]
    groups = [_group(view, room.take(lines), QUESTIONS[code]) for view, lines in told]
    minor = room.take(beside)
    gaps = [link for view in views for link in view.gaps]
    shown = sum(len(group.lines) for group in groups) + len(minor)
    return PlainSection(
        code=code,
        groups=tuple(group for group in groups if group.lines),
        disputes=disputes,
        beside=minor,
        gaps=tuple(gaps[:_GAPS]),
        changes=any(_is_change(part.rows) for view in views for part in view.parts),
        left=sum(len(lines) for _, lines in told) + len(beside) - shown + len(gaps[_GAPS:]),
        checklist=make_checklist(rows, words, room=room) if listed else None,
    )


def _group(view: AttributeView, lines: tuple[PlainLine, ...], attributes: Sequence[Attribute]) -> PlainGroup:
    return PlainGroup(title=None if view.code == attributes[0].value else view.title, lines=lines)


def _own(view: AttributeView) -> list[ValueRow]:
    return [row for row in view.rows if not row.minor]


def _rows(views: Sequence[AttributeView]) -> list[ValueRow]:
    return [row for view in views for row in view.rows]


def _is_change(rows: Sequence[ValueRow]) -> bool:
    return any(row.part in _CHANGES for row in rows)
