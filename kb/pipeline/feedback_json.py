"""Marks as JSON."""

from kb.model.feedback import KeptMark, MarkCount
from kb.model.plain_json import Json


def mark_to_json(kept: KeptMark) -> Json:
    """A mark as it is kept; `class` null is not yet sorted."""
    mark = kept.mark
    return {
        "id": kept.id,
        "made_at": kept.made_at.isoformat(timespec="seconds"),
        "kind": mark.kind.value,
        "page": mark.page,
        "language": mark.language.value,
        "question": mark.question,
        "service": mark.service,
        "answer": mark.answer,
        "words": mark.words,
        "class": mark.gap.value if mark.gap else None,
        "state": kept.state.value,
        "changed_by": kept.changed_by,
        "changed_at": kept.changed_at.isoformat(timespec="seconds") if kept.changed_at else None,
    }


def mark_count_to_json(one: MarkCount) -> Json:
    """How many marks of a week are of one kind, class and state."""
    return {
        "week": one.week.isoformat(),
        "kind": one.kind.value,
        "class": one.gap.value if one.gap else None,
        "state": one.state.value,
        "count": one.count,
    }
