"""Which addresses a source may be collected from."""

from dataclasses import replace

import pytest

from kb.collect.fetch import FetchError
from kb.collect.fetch.territory import Territory
from tests.site.visitor import passport

TERRITORY = Territory(replace(passport("alpha.example", "beta.example:8443"), hosts=("files.alpha.example",)))


@pytest.mark.parametrize(
    "address",
    [
        "https://alpha.example/kaz/docs/X1?page=2",
        "http://alpha.example/",
        "https://ALPHA.example./rus",
        "https://files.alpha.example/a.pdf",
        "https://beta.example:8443/api",
        "https://beta.example/api",
        "https://alpha.example:443/",
    ],
)
def test_hosts_of_the_passport_are_its_territory(address: str) -> None:
    assert TERRITORY.check(address).path.startswith("/")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://gamma.example/", "foreign_host"),
        ("https://alpha.example.gamma.example/", "foreign_host"),
        ("https://notalpha.example/", "foreign_host"),
        ("https://alpha.example:8443/", "foreign_host"),
        ("https://files.alpha.example:22/", "foreign_host"),
        ("https://alpha.example:80/", "foreign_host"),
        ("http://alpha.example:443/", "foreign_host"),
        ("https://alpha.example:0/", "foreign_host"),
        ("http://beta.example:8443/", "foreign_host"),
        ("https://alpha.example%2egamma.example/", "foreign_host"),
        ("http://2130706433/", "foreign_host"),
        ("http://0x7f.1/", "foreign_host"),
        ("http://127.0.0.1./", "private_address"),
        ("http://[fe80::1%25lo]/", "private_address"),
        ("http://localhost/", "foreign_host"),
        ("http://127.0.0.1/", "private_address"),
        ("http://10.1.2.3/", "private_address"),
        ("http://[::1]/", "private_address"),
        ("http://[::ffff:192.168.0.1]/", "private_address"),
        ("http://169.254.169.254/latest", "private_address"),
        ("ftp://alpha.example/", "bad_address"),
        ("file:///etc/hosts", "bad_address"),
        ("alpha.example/kaz", "bad_address"),
        ("https:///kaz", "bad_address"),
        ("https://alpha.example:port/", "bad_address"),
        ("https://user:secret@alpha.example/", "bad_address"),
        ("https://alpha.example@gamma.example/", "bad_address"),
        ("https://user:secret@alpha.example:port/", "bad_address"),
        ("ftp://user:secret@alpha.example/", "bad_address"),
        ("https://alpha.example\\@user:secret@gamma.example/", "bad_address"),
        ("https://alpha.example/a\r\nLog: line", "bad_address"),
        ("https://alpha.example/" + "a" * 100_000, "bad_address"),
        ("", "bad_address"),
    ],
)
def test_nothing_else_is(address: str, code: str) -> None:
    with pytest.raises(FetchError) as caught:
        TERRITORY.check(address)
    assert caught.value.code == code
    words = str(caught.value)
    assert "secret" not in words
    assert words.isprintable()
    assert len(words) < 1000


def test_a_dot_behind_a_name_makes_no_other_host() -> None:
    assert TERRITORY.check("https://alpha.example./rus") == TERRITORY.check("https://alpha.example/rus")


def test_a_redirect_is_read_from_where_it_stands() -> None:
    base = TERRITORY.check("https://alpha.example/kaz/docs/X1")
    assert str(TERRITORY.check("../docs/X2?a=1#z3", base=base)) == "https://alpha.example/kaz/docs/X2?a=1"
    assert str(TERRITORY.check("//files.alpha.example/b", base=base)) == "https://files.alpha.example/b"
    with pytest.raises(FetchError):
        TERRITORY.check("//gamma.example/b", base=base)


def test_a_host_with_kazakh_letters_is_one_host_in_both_spellings() -> None:
    territory = Territory(passport("үлгі.қаз"))
    spelled = territory.check("https://үлгі.қаз/бет")
    assert spelled == territory.check(str(spelled))
    assert spelled.raw_host.startswith(b"xn--")
