"""A person can give a value no code that the registry does not know."""

from dataclasses import replace

import pytest

from kb.model import Attribute, DoubtReason, ReviewItem, ReviewKind, ReviewState, Text, Verdict
from kb.model.access import LOCAL
from kb.model.review_shapes import statement_key, statement_place
from kb.norms import codes
from kb.norms.bodies import bodies
from kb.pipeline import BadDecision, Home, Reviews
from tests.unit.resolve.stated import days, stated


@pytest.mark.parametrize(
    ("attribute", "read", "known"),
    [
        (Attribute.PROVIDER, None, next(iter(bodies()))),
        (Attribute.PROVIDER, "read-in-a-text", "read-in-a-text"),
        (Attribute.RECIPIENT, None, codes("recipient")[0]),
        (Attribute.RESULT, None, None),
    ],
)
def test_a_code_is_one_that_the_registry_knows(
    home: Home, attribute: Attribute, read: str | None, known: str | None
) -> None:
    statement = replace(stated(days(5)), attribute=attribute, value=Text(text="Порт", code=read))
    item = ReviewItem(
        key=statement_key(statement), place=statement_place(statement), digest="sha256:0", kind=ReviewKind.STATEMENT,
        reasons=(DoubtReason.UNKNOWN_BODY,), confidence=0.3, evidence=(statement.evidence,), statement=statement,
        statements=(statement.id,), services=("port-1",),
    )  # fmt: skip
    store = home.store()
    with store.write() as base:
        base.save_review_items([(item, ReviewState.OPEN, {"port-1": [statement.id]})])
    reviews = Reviews(home, store, patience=0)

    def edit(code: str | None) -> object:
        value = {"code": code, "text": "Порт басқармасы"}
        return reviews.decide(item.id, Verdict.EDIT, reason="x", actor=LOCAL, value=value).decisions[0].value

    with pytest.raises(BadDecision, match="no code 'nobody'"):
        edit("nobody")
    assert reviews.item(item.id).decisions == ()
    assert edit(known) == Text(text="Порт басқармасы", code=known)
    store.close()
