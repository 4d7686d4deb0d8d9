"""How wrong keys are counted."""

from kb.api.wrong_keys import WrongKeys


def counted(*, most=3, addresses=10_000):
    now = [0.0]
    return WrongKeys(most=most, addresses=addresses, clock=lambda: now[0]), now


def test_an_address_waits_until_the_oldest_of_its_last_wrong_keys_is_a_minute_old():
    wrong, now = counted()
    for moment in (0, 10, 20):
        assert wrong.wait_s("192.0.2.7") == 0
        now[0] = moment
        wrong.note("192.0.2.7")
    assert wrong.wait_s("192.0.2.7") == 40
    assert wrong.wait_s("192.0.2.8") == 0
    now[0] = 60
    assert wrong.wait_s("192.0.2.7") == 0
    wrong.note("192.0.2.7")
    assert wrong.wait_s("192.0.2.7") == 10


def test_slow_mistakes_never_add_up():
    wrong, now = counted()
    for _ in range(50):
        assert wrong.wait_s("192.0.2.7") == 0
        wrong.note("192.0.2.7")
        now[0] += 31


def test_a_network_of_the_sixth_version_counts_as_one():
    wrong, _ = counted()
    for number in range(3):
        wrong.note(f"2001:db8::{number}")
    assert wrong.wait_s("2001:db8::ffff") > 0
    assert wrong.wait_s("2001:db8:0:1::1") == 0


def test_memory_is_bounded_and_the_quietest_is_forgotten():
    wrong, _ = counted(addresses=5)
    for _ in range(3):
        wrong.note("192.0.2.1")
    for number in range(2, 7):
        assert wrong.wait_s("192.0.2.1") > 0
        wrong.note(f"192.0.2.{number}")
    assert wrong.wait_s("192.0.2.1") == 0
    assert len(wrong._seen) == 5


def test_what_is_no_address_is_cut():
    wrong, _ = counted()
    for _ in range(3):
        wrong.note("x" * 100_000)
    assert wrong.wait_s("x" * 100_000) > 0
    assert max(map(len, wrong._seen)) == 100


def test_addresses_of_the_old_kind_are_apart_on_a_socket_for_both_kinds() -> None:
    keys, _ = counted(most=1)
    keys.note("::ffff:192.0.2.1")
    assert keys.wait_s("192.0.2.1") > 0
    assert keys.wait_s("::ffff:198.51.100.2") == 0
    assert keys.wait_s("::1") == 0
