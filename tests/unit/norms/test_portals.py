from time import process_time

import pytest

from kb.model import ChannelCode
from kb.norms.portals import find_portals, portal_of, portals

EGOV, ELICENSE = ChannelCode.EGOV_PORTAL, ChannelCode.ELICENSE_PORTAL


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("www.egov.kz", EGOV),
        ("https://egov.kz/cms/kk", EGOV),
        ("eqov.kz", EGOV),
        ("www.e.gov.kz порталы", EGOV),
        ("портал egov. kz.", EGOV),
        ("\u0435g\u043ev.kz", EGOV),  # Cyrillic е and о
        ("idp.egov.kz", EGOV),
        ("m.egov.kz", ChannelCode.MOBILE),
        ("license.kz", ELICENSE),
        ("www.elincense.kz", ELICENSE),
        ("eli\u0441ense.kz", ELICENSE),  # Cyrillic с
        ("«Электрондық үкімет» веб-порталы арқылы", EGOV),
        ("посредством веб-портала «электронного правительства»", EGOV),
        ("через портал «Е-лицензирование»", ELICENSE),
        ("«Е-лицензиялау» порталы", ELICENSE),
        ("приложение eGov Mobile", ChannelCode.MOBILE),
        ("e-Otinish жүйесі", ChannelCode.OTHER),
        ("cabinet.enpf.kz", ChannelCode.OTHER),
    ],
)
def test_a_portal_is_known_by_host_misprint_and_name(text: str, channel: ChannelCode) -> None:
    assert portal_of(text) is channel


@pytest.mark.parametrize("text", ["", "gov.kz", "www.mvd.gov.kz", "info@egov.kz", "notegov.kz", "egov.kz.example.org"])
def test_other_names_are_no_portal(text: str) -> None:
    assert find_portals(text) == ()
    assert portal_of(text) is None


def test_two_channels_in_one_text_are_not_one() -> None:
    text = "порталы www.elicense.kz и www.egov.kz"

    assert [portal.channel for portal in find_portals(text)] == [ELICENSE, EGOV]
    assert portal_of(text) is None


def test_name_and_host_of_one_portal_are_one() -> None:
    assert [portal.code for portal in find_portals("портал «электронного правительства» www.egov.kz")] == ["egov"]


def test_every_host_and_misprint_leads_to_its_portal() -> None:
    for portal in portals():
        for name in portal.hosts + portal.misprints:
            assert [found.code for found in find_portals(name)] == [portal.code], name


@pytest.mark.parametrize("unit", ["a.", ". ", "электронды ", "-", "egov."])
def test_long_damaged_text_takes_linear_time(unit: str) -> None:
    before = process_time()
    find_portals(unit * (100_000 // len(unit)))

    assert process_time() - before < 2
