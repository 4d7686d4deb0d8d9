"""Review items as people script against them."""

from kb.model import Decision
from kb.model.plain_json import Json
from kb.model.review_shapes import decision_to_json, item_to_json
from kb.model.shapes import evidence_to_json
from kb.model.value_shapes import value_to_json
from kb.pipeline.reviews import Reviewed


def reviewed_to_json(reviewed: Reviewed) -> Json:
    """An item with its `state`, its `decisions` and the `earlier` ones, newest first."""
    item = {name: part for name, part in item_to_json(reviewed.item).items() if name not in ("key", "place", "mention")}
    return {
        **item,
        "state": reviewed.state.value,
        "decisions": [decision_to_json(one) for one in reviewed.decisions],
        "earlier": [_earlier(one) for one in reviewed.earlier],
    }


def _earlier(decision: Decision) -> Json:
    """A decision with what was read then and where: the clause has other words now."""
    statement = decision.item.statement
    return {
        **decision_to_json(decision),
        "read": value_to_json(statement.value) if statement else None,
        "evidence": [evidence_to_json(one) for one in decision.item.evidence],
    }
