"""Keeping, changing and forgetting marks."""

from datetime import date, datetime

from sqlalchemy import delete, insert, update

from kb.model.feedback import GapClass, GapState, KeptMark
from kb.store.feedback_reader import FeedbackReader
from kb.store.feedback_tables import MarkRow
from kb.store.search_reader import moment_text


class FeedbackWriter(FeedbackReader):
    """Changes the marks."""

    def add_mark(self, kept: KeptMark, *, week: date) -> None:
        """Keeps a mark under the Monday of its week."""
        mark = kept.mark
        row = {
            "id": kept.id,
            "made_at": moment_text(kept.made_at),
            "week": week.isoformat(),
            "kind": mark.kind.value,
            "page": mark.page,
            "language": mark.language.value,
            "question": mark.question,
            "service": mark.service,
            "answer": mark.answer,
            "words": mark.words,
            "gap": mark.gap.value if mark.gap else None,
            "state": kept.state.value,
            "changed_by": kept.changed_by,
            "changed_at": moment_text(kept.changed_at) if kept.changed_at else None,
        }
        self._connection.execute(insert(MarkRow), row)

    def change_mark(self, name: str, *, gap: GapClass | None, state: GapState, by: str, at: datetime) -> None:
        """Gives the mark of this id a class (None takes it away) and a state."""
        here = update(MarkRow).where(MarkRow.id == name)
        changed = {
            "gap": gap.value if gap else None,
            "state": state.value,
            "changed_by": by,
            "changed_at": moment_text(at),
        }
        self._connection.execute(here.values(**changed))

    def forget_marks(self, before: datetime | None) -> int:
        """Deletes what was given before a moment (None = all); how many marks that were."""
        query = delete(MarkRow)
        if before is not None:
            query = query.where(MarkRow.made_at < moment_text(before))
        return self._connection.execute(query).rowcount
