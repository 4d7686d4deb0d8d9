"""Work in turns: so many at once, in the order in which it came, with what it gives and what it raises."""

import asyncio
import threading

import pytest

from kb.pipeline.turns import Turns


def test_no_more_at_once_than_may_and_in_the_order_of_coming():
    begun: list[int] = []
    at_once: list[int] = []
    running = 0
    guard, gate = threading.Lock(), threading.Event()

    def work(number):
        nonlocal running
        with guard:
            running += 1
            begun.append(number)
            at_once.append(running)
        gate.wait(10)
        with guard:
            running -= 1
        return number

    async def all_of_them():
        turns = Turns(at_once=2)
        waiting = [asyncio.ensure_future(turns.take(lambda number=number: work(number))) for number in range(6)]
        await asyncio.sleep(0.1)
        assert sorted(begun) == [0, 1]  # the others wait
        gate.set()
        found = await asyncio.gather(*waiting)
        turns.close()
        return found

    assert asyncio.run(all_of_them()) == [*range(6)]
    assert max(at_once) == 2
    assert sorted(begun[:2]) == [0, 1]
    assert sorted(begun) == [*range(6)]


def test_what_fails_fails_for_who_asked_alone():
    async def both():
        turns = Turns(at_once=1)
        with pytest.raises(ZeroDivisionError):
            await turns.take(lambda: 1 / 0)
        found = await turns.take(lambda: "ok")
        turns.close()
        return found

    assert asyncio.run(both()) == "ok"
