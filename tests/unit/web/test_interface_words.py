"""Interface words: the same keys and places in all languages, plural forms, numbers."""

import re
from datetime import date
from decimal import Decimal
from importlib import resources

import pytest
import yaml

from kb.model import Language
from kb.web.words import Words, plural_form, words_in


def flat(value, path=""):
    plural = isinstance(value, dict) and isinstance(value.get("other"), str)
    if isinstance(value, dict) and not plural:
        return {key: text for name, one in value.items() for key, text in flat(one, f"{path}.{name}").items()}
    return {path: value}


def entries(language):
    text = resources.files("kb.web").joinpath(f"data/{language}.yaml").read_text(encoding="utf-8")
    return flat(yaml.safe_load(text))


def places(value):
    return set(re.findall(r"{(\w+)}", str(value)))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_keys_and_places_are_the_same_as_in_kazakh(language):
    kazakh, other = entries("kk"), entries(language)
    assert len(kazakh) > 120
    assert set(other) == set(kazakh)
    for key, value in kazakh.items():
        assert places(other[key]) == places(value), key
        assert type(other[key]) is type(value), key
        if isinstance(value, list):
            assert len(other[key]) == len(value), key


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_left_empty(language):
    for key, value in entries(language.value).items():
        assert value not in ("", None, [], {}), key


def test_every_key_is_used_and_every_used_key_exists():
    folder = resources.files("kb.web")
    code = "".join(
        one.read_text(encoding="utf-8")
        for place in (folder, *(one for one in folder.iterdir() if one.is_dir()))
        for one in place.iterdir()
        if one.name.endswith((".py", ".html"))
    )
    used = set(re.findall(r"""(?<!_)(?:words|self)(?:\.count|\.lines)?\(\s*["']([a-z_.]+)["'](?!\s*~)""", code))
    keys = {key[1:] for key in entries("kk")}
    assert len(used) > 80
    assert used <= keys, used - keys
    computed = re.compile(
        r"(home\.(deadline|fee|documents)|access\.role|error|language|nav|act_page\.(status|change)|difference\.change|review\.(filter|decide|verdict|decided|field)|alarms|sources\.run|filters\.(title|paid|electronic)|why\.(text|origin)|findings\.(filter|by)|finding\.decide)\."
        r"|impact\.(appeared|vanished|changed)|overlap\.near"
        r"|console\.(speak|state|todo|yes_no|keys)\."
        r"|(marks\.(helpful|wrong_answer|no_answer)$|gaps\.(class|kind|state|filter)\.|privacy\.|mystery\.(of|check)\.)"
        r"|monitoring\.(answer|rate|table|by|measure|field|flag|note)\."
        r"|evaluation\.(adding|field|part|side)\."
        r"|recommendations\.(state|to)\.|live\.(heading|mark)\.|live\.(kept|again)$|practice\.(listed|method)\."
        r"|burden\.standing\."
        r"|look\.(vision|theme)\.|plain\.(get|who|where|documents|fee|term|refusal|appeal)$"
    )
    assert {key for key in keys - used if not computed.match(key)} == set()


@pytest.mark.parametrize(
    ("number", "language", "form"),
    [
        (1, "ru", "one"), (21, "ru", "one"), (11, "ru", "many"), (3, "ru", "few"), (12, "ru", "many"),
        (14, "ru", "many"),
        (22, "ru", "few"), (0, "ru", "many"), (100, "ru", "many"), ("1.5", "ru", "other"), (1, "en", "one"),
        (2, "en", "other"), (1, "kk", "other"), (5, "kk", "other"),
    ],
)  # fmt: skip
def test_plural_form(number, language, form):
    assert plural_form(Decimal(number), Language(language)) == form


def test_counted_words():
    words = words_in(Language.RU)
    assert words.count("search.found_services", 1) == "Найдена 1 услуга"
    assert words.count("search.found_services", 3) == "Найдены 3 услуги"
    assert words.count("search.found_services", 5) == "Найдено 5 услуг"


def test_days_are_written_as_each_language_does():
    day = date(2017, 4, 1)
    assert [Words(language).day(day) for language in Language] == ["01.04.2017", "01.04.2017", "2017-04-01"]


def test_unknown_key_is_named():
    with pytest.raises(KeyError, match=r"kk: no interface words under search\.nothing"):
        words_in(Language.KK)("search.nothing")
