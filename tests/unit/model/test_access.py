"""Roles and what each may do."""

from itertools import pairwise

import pytest

from kb.model.access import LOCAL, NEEDED, Actor, Role, Visitor, Work


def test_roles_are_ordered_by_what_they_may_do_and_not_by_letters() -> None:
    assert sorted(Role) == [Role.READER, Role.OPERATOR, Role.LAWYER, Role.ADMINISTRATOR]
    for lower, higher in pairwise(Role):
        assert lower < higher
        assert lower <= higher
        assert higher > lower
        assert higher >= lower
        assert not lower >= higher
        assert not higher <= lower
    assert Role.LAWYER >= "operator"
    with pytest.raises(ValueError, match="emperor"):
        assert Role.LAWYER >= "emperor"


def test_every_work_has_its_role_and_a_reader_may_do_none() -> None:
    assert set(NEEDED) == set(Work)
    may = {role: {work for work in Work if Actor("a", role).may(work)} for role in Role}
    assert may[Role.READER] == set()
    assert may[Role.OPERATOR] == {Work.FEEDBACK, Work.QUERY_LOG, Work.CURATION}
    assert may[Role.LAWYER] - may[Role.OPERATOR] == {Work.REVIEW, Work.VERDICT, Work.RECOMMENDATION, Work.EVALUATION}
    assert may[Role.ADMINISTRATOR] == set(Work)


def test_a_key_keeps_its_name_whatever_is_typed() -> None:
    assert Actor("Гүлнар", Role.LAWYER, "0a").signing("Ерлан").name == "Гүлнар"
    assert LOCAL.signing("Ерлан").name == "Ерлан"
    assert LOCAL.signing(None) == LOCAL


def test_nobody_may_do_anything() -> None:
    assert not any(Visitor().may(work) for work in Work)
    assert Visitor().form_token == ""
