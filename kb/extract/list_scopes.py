"""Conditions that the headings of a list set for the items below them."""

from dataclasses import dataclass, fields, replace

from kb.extract.paragraphs import Mark
from kb.model import Scope, ScopeField

DEEPEST = 4  # lists left at a heading that may go on behind it; the texts read so far leave two
OPENING = 8  # characters: a preposition stands before the channel


@dataclass(frozen=True, slots=True)
class _Heading:
    mark: Mark
    scope: Scope
    words: str
    items: Mark | None = None  # how its first item is marked; None before any


@dataclass(frozen=True, slots=True)
class _Left:
    """Headings that another one without a mark has ended, and the last number that was counted below them."""

    open: tuple[_Heading, ...]
    last: int


class Headings:
    """The headings that are open at a place of a list, from the outermost inwards."""

    def __init__(self) -> None:
        self._open: list[_Heading] = []
        self._left: list[_Left] = []
        self._last = 0  # the number that was counted last
        self.words = ""  # of the newest heading

    def enter(self, mark: Mark, scope: Scope, words: str) -> None:
        """A heading: it ends those of its own style and all below them.

        One without a mark stands below the heading right above it; behind items it ends the headings without a mark
        from the outermost that speaks of the same condition, all of them where none does.
        """
        if mark is not Mark.NONE:
            self._end_style(mark)
        elif not (self._open and self._open[-1].mark is Mark.NONE and self._open[-1].items is None):
            self._left = [*self._left[1 - DEEPEST :], _Left(tuple(self._open), self._last)]
            self._end_alike(scope)
        self._last = 0
        self._open.append(_Heading(mark, scope, words))
        self.words = words

    def meet(self, mark: Mark, number: int | None = None) -> None:
        """An item: headings that are marked the same way end before it, and so does a heading without a mark above
        items of another style (a note). Where it goes on counting, the list that was left goes on too."""
        while mark is not Mark.NONE and self._open and self._is_note():
            self._open.pop()
            self.words = ""
            self._go_on(number)
        if mark is not Mark.NONE:
            self._end_style(mark)
        self._last = number or self._last
        # All headings opened since the last item have this one as their first.
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].items is not None:
                break
            self._open[place] = replace(self._open[place], items=mark)

    @property
    def scope(self) -> Scope:
        """What all open headings say together; the inner one counts where two speak of one condition."""
        joined = Scope()
        for heading in self._open:
            told = _conditions(heading.scope)
            if joined.case and _led_by_channel(heading.scope):
                del told["case"]
            joined = replace(joined, **told)
        return joined

    def _is_note(self) -> bool:
        return self._open[-1].mark is Mark.NONE and self._open[-1].items is Mark.NONE

    def _end_style(self, mark: Mark) -> None:
        for place, heading in enumerate(self._open):
            if heading.mark is mark:
                del self._open[place:]
                return

    def _end_alike(self, scope: Scope) -> None:
        unmarked = [place for place, heading in enumerate(self._open) if heading.mark is Mark.NONE]
        kinds = {"channel"} if _led_by_channel(scope) else _conditions(scope).keys()
        alike = [place for place in unmarked if _conditions(self._open[place].scope).keys() & kinds]
        if unmarked:
            del self._open[min(alike or unmarked) :]

    def _go_on(self, number: int | None) -> None:
        for place in range(len(self._left) - 1, -1, -1):
            if number is not None and self._left[place].last + 1 == number > 1:
                self._open = [*self._left[place].open]
                self.words = self._open[-1].words if self._open else ""
                del self._left[place:]
                return


def _led_by_channel(scope: Scope) -> bool:
    """Whether the heading's words begin with the channel: what follows tells of the channel, and sets no other case."""
    return bool(scope.channel and scope.case and 0 <= scope.case.text.find(scope.channel.text) <= OPENING)


def _conditions(scope: Scope) -> dict[str, ScopeField]:
    return {field.name: getattr(scope, field.name) for field in fields(Scope) if getattr(scope, field.name)}
