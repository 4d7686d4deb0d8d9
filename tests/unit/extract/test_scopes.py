"""Conditions read from the words beside a value."""

import pytest

from kb.extract.passage import Passage, cut_passage
from kb.extract.scopes import payer_of, read_scope
from kb.model import Language, Scope, ScopeField, SourceKind
from tests.unit.extract.documents import read_act


def _passage(words: str) -> Passage:
    document = read_act(words, Language.KK)
    return cut_passage(document, 0, len(words), service="s", source_kind=SourceKind.STANDARD)


def _scope(words: str) -> Scope:
    passage = _passage(words)
    return read_scope(passage, 0, len(passage.plain))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Астана қаласында", "KZ-71"),
        ("в городе Астана", "KZ-71"),
        ("г. Астана", "KZ-71"),
        ("Алматы қаласында", "KZ-75"),
        ("в городе Шымкент", "KZ-79"),
        ("басқа өңірлерде", None),
        ("в других областях", None),
    ],
)
def test_a_region_alone_is_no_case(words: str, code: str | None) -> None:
    scope = _scope(words)
    assert scope.region is not None
    assert (scope.region.code, scope.case) == (code, None)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("портал арқылы", "egov_portal"),
        ("через ЦОН", "state_corporation"),
        ("Мемлекеттік корпорацияда", "state_corporation"),
        ("у услугодателя", "provider_office"),
    ],
)
def test_a_channel_alone_is_no_case(words: str, code: str) -> None:
    scope = _scope(words)
    assert scope.channel is not None
    assert (scope.channel.code, scope.case) == (code, None)


def test_several_channels_restrict_nothing() -> None:
    assert _scope("портал немесе Мемлекеттік корпорация арқылы") == Scope()


def test_other_words_are_the_case() -> None:
    assert _scope("телнұсқа беру кезінде").case == ScopeField(text="телнұсқа беру кезінде")


@pytest.mark.parametrize(
    ("words", "code"), [("жеке тұлғалар", "individual"), ("ветераны труда", None), ("шетелдік азаматтар", "foreigner")]
)
def test_a_payer_keeps_his_words_and_a_known_code(words: str, code: str | None) -> None:
    passage = _passage(words)
    assert payer_of(passage, 0, len(passage.plain)) == ScopeField(text=words, code=code)
