"""A call at the console: its fields, its addresses, what it takes and what it refuses."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.exceptions import HTTPException

from kb.answer import Asked
from kb.model import Language
from kb.web.console_call import MOST_SAID, Call, marked_at, own_place, read_call
from kb.web.my_services import MOST, with_star
from tests.web.memory_texts import NEST

CALL = Call(
    q="ал ақысы қанша?",
    as_of=date(2026, 3, 1),
    service="zan:7/annex-1",
    speak=Language.RU,
    said=(Asked(text="ұя неше күн", service=NEST.id), Asked(text="не болды", service=None)),
    among=("zan:7/annex-1", "nest & wing"),
)


def fields_of(address):
    return parse_qs(urlsplit(address).query, keep_blank_values=True)


def test_an_address_holds_the_whole_call():
    assert read_call(fields_of(CALL.address())) == CALL
    assert Call().address() == "/console"
    assert read_call({}) == Call()


def test_a_step_changes_only_what_it_is_about():
    spoken = fields_of(CALL.speaking(Language.KK))
    assert (spoken["lang"], spoken["speak"], spoken["q"]) == (["kk"], ["kk"], [CALL.q])
    picked = read_call(fields_of(CALL.picking("kite/2", q="ұшпа", among=("kite/2",))))
    assert (picked.q, picked.service, picked.among, picked.said) == ("ұшпа", "kite/2", ("kite/2",), CALL.said)
    assert read_call(fields_of(CALL.picking(""))).service is None


def test_a_question_is_kept_once_and_the_oldest_falls_off():
    kept = CALL.keeping(NEST)
    assert kept.said[-1] == Asked(text=CALL.q, service=NEST.id)
    assert kept.before == CALL.said
    again = kept.keeping(None)  # asked again, for example in the other language: the same place of the call
    assert len(again.said) == len(kept.said)
    assert again.said[-1].service is None
    long = Call(q="q", said=tuple(Asked(text=str(number)) for number in range(MOST_SAID)))
    assert [one.text for one in long.keeping(None).said] == [*map(str, range(1, MOST_SAID)), "q"]


@pytest.mark.parametrize(
    "sent",
    [
        {"q": ["а" * 1001]},
        {"as_of": ["soon"]},
        {"said": ["a"] * (MOST_SAID + 1)},
        {"about": ["a" * 301]},
        {"service": ["a" * 301]},
        {"among": ["a"] * 7},
        {"q": ["a", "b"]},
    ],
)
def test_what_is_too_much_is_refused_with_a_reason(sent):
    with pytest.raises(HTTPException) as refused:
        read_call(sent)
    assert refused.value.status_code == 422
    assert next(iter(sent)) in refused.value.detail


def test_an_unknown_language_counts_as_none_and_blanks_are_single():
    call = read_call({"speak": ["xx"], "q": ["  екі \n сөз "], "said": ["", "a"], "about": ["x", ""]})
    assert (call.speak, call.q, call.said) == (None, "екі сөз", (Asked(text="a"),))


def test_stars_have_an_end():
    ids = [f"zan:{number}/annex-1" for number in range(MOST)]
    kept = with_star(ids[:-1], ids[-1], on=True)
    assert kept is not None
    assert kept.count("|") == MOST - 1
    assert with_star(ids, "one-more", on=True) is None
    assert with_star(ids, ids[0], on=False) == "|".join(kept.split("|")[1:])
    assert with_star([], "a|b;c", on=True) == "a%7Cb%3Bc"
    assert with_star(ids[:1], "x" * 3_001, on=True) is None


@pytest.mark.parametrize(
    "back", ["//anyq.invalid", "https://anyq.invalid/console", "/consoles", "", "/services", "\\console"]
)
def test_the_way_back_never_leaves_the_console(back):
    assert own_place(back) == "/console"


def test_a_kept_mark_leads_back_to_the_same_place():
    assert marked_at("/console") == "/console?thanks=1"
    assert marked_at(CALL.address()) == f"{CALL.address()}&thanks=1"
    assert read_call(fields_of(marked_at(CALL.address()))) == CALL
