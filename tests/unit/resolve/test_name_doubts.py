from collections.abc import Iterable

import pytest

from kb.model import DoubtReason, Evidence, Language, Mention
from kb.resolve import group_mentions
from kb.resolve.name_doubts import NamePair, find_name_doubts


def mention(key: str, *, kk: str | None = None, ru: str | None = None, document: str = "", code: str = "") -> Mention:
    name = kk or ru or key
    evidence = Evidence(
        document=document or key, snapshot="sha256:0", act=None, edition=None,
        language=Language.KK if kk else Language.RU, clause=None, start=0, end=len(name), line=1, quote=name,
    )  # fmt: skip
    return Mention(
        key=key, name_kk=kk, name_ru=ru, evidence=evidence, source="files", codes={"registry": code} if code else {}
    )


def pairs(*mentions: Mention) -> tuple[NamePair, ...]:
    return find_name_doubts(group_mentions(mentions), mentions)


def ids(*mentions: Mention, joined: Iterable[tuple[str, str]] = (), apart: Iterable[tuple[str, str]] = ()) -> list:
    return [group.keys for group in group_mentions(mentions, joined=joined, apart=apart)]


BEES = "Бал арасының ұясын тіркеу туралы паспорт беру"
BEES_OTHERWISE = "Бал арасының ұясын тіркеу туралы паспорттар берілуі"


def test_names_that_are_nearly_one_are_proposed() -> None:
    (found,) = pairs(mention("a/1", kk=BEES), mention("b/1", kk=BEES_OTHERWISE))
    assert (found.left.key, found.right.key, found.reason) == ("a/1", "b/1", DoubtReason.NEAR_NAMES)


def test_a_name_with_its_words_in_another_order_is_proposed() -> None:
    left = "Тауға шығуға арналған жабдықты жалға беру рұқсаты"
    right = "Жабдықты тауға шығуға арналған жалға беру рұқсаты"
    assert len(pairs(mention("a/1", kk=left), mention("b/1", kk=right))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (mention("a/1", kk=BEES, document="d"), mention("a/2", kk=BEES_OTHERWISE, document="d")),
        (mention("a/1", kk=BEES, code="001"), mention("b/1", kk=BEES_OTHERWISE, code="002")),
        (mention("a/1", kk=BEES + " 1"), mention("b/1", kk=BEES_OTHERWISE + " 2")),
        (mention("a/1", kk=BEES), mention("b/1", kk="Желкенді қайыққа лицензия беру")),
    ],
    ids=["of one document", "of two codes", "with other numbers", "other names"],
)
def test_two_services_are_not_proposed(left: Mention, right: Mention) -> None:
    assert pairs(left, right) == ()


def test_what_is_joined_already_is_not_proposed() -> None:
    assert pairs(mention("a/1", kk=BEES), mention("b/1", kk=BEES)) == ()


def test_names_that_say_the_same_in_two_languages_are_proposed() -> None:
    kazakh = mention("a/1", kk="Лицензия мен сертификатқа анықтама беру")
    russian = mention("b/1", ru="Справка о лицензии и сертификате")
    (found,) = pairs(kazakh, russian)
    assert found.reason is DoubtReason.OTHER_LANGUAGE
    assert pairs(kazakh, mention("b/1", ru="Регистрация воздушного змея в городе")) == ()


def test_people_join_what_no_rule_joins_even_of_one_document() -> None:
    two = mention("a/1", kk=BEES, document="d"), mention("a/2", kk="Желкенді қайыққа лицензия беру", document="d")
    assert ids(*two) == [("a/1",), ("a/2",)]
    assert ids(*two, joined=[("a/1", "a/2")]) == [("a/1", "a/2")]


def test_people_keep_apart_what_a_name_or_a_third_text_would_join() -> None:
    three = mention("a/1", kk=BEES), mention("b/1", kk=BEES), mention("c/1", kk=BEES)
    assert ids(*three) == [("a/1", "b/1", "c/1")]
    assert all(not {"a/1", "c/1"} <= set(keys) for keys in ids(*three, apart=[("c/1", "a/1")]))


def test_a_decision_on_a_text_that_is_gone_changes_nothing() -> None:
    left, right = mention("a/1", kk=BEES), mention("b/1", kk=BEES)
    assert ids(left, right, joined=[("a/1", "gone")], apart=[("gone", "b/1")]) == [("a/1", "b/1")]
