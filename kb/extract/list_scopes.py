"""Conditions that the headings of a list set for the items below them."""

from dataclasses import fields, replace

from kb.extract.paragraphs import Mark
from kb.model import Scope


class Headings:
    """The headings that are open at a place of a list, from the outermost inwards."""

    def __init__(self) -> None:
        self._open: list[tuple[Mark, Scope]] = []
        self.words = ""  # of the newest heading

    def enter(self, mark: Mark, scope: Scope, words: str) -> None:
        """A heading: it ends those of its own style and all below them; one without a mark ends all."""
        self.meet(mark)
        self._open.append((mark, scope))
        self.words = words

    def meet(self, mark: Mark) -> None:
        """An item or heading of this style: headings that are marked the same way end before it."""
        for place, (style, _) in enumerate(self._open):
            if style is mark:
                del self._open[place:]
                return

    def leave_unmarked(self) -> None:
        """A marked item behind unmarked ones: the heading without a mark above those (a note) has ended."""
        if self._open and self._open[-1][0] is Mark.NONE:
            self._open.pop()
            self.words = ""

    @property
    def scope(self) -> Scope:
        """What all open headings say together; the inner one counts where two speak of one condition."""
        joined = Scope()
        for _, scope in self._open:
            told = {field.name: getattr(scope, field.name) for field in fields(Scope) if getattr(scope, field.name)}
            joined = replace(joined, **told)
        return joined
