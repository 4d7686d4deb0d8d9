"""Work that takes long is done by a few threads of its own, in the order in which it came."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

# 50 operators at once on two cores with other work (`bench --only load --seconds 30`): with the server's 40 threads
# a long question took the longer for every short one beside it, p99 was 5.4 × p50 at 20.5 answers a second; with 8 it
# was 3.2 × at 23.3 a second, with 2 it was 2.1 × at 13.2. Suggestions and pages keep the threads of the server.
AT_ONCE = 8

Result = TypeVar("Result")


class Turns:
    """At most so many pieces of work at once; the others wait, first come, first served."""

    def __init__(self, *, at_once: int = AT_ONCE) -> None:
        self._threads = ThreadPoolExecutor(max_workers=at_once, thread_name_prefix="turn")

    async def take(self, work: Callable[[], Result]) -> Result:
        """What the work gives or raises, once it is its turn."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def close(self) -> None:
        """Waits for what is being done and gives up what still waits."""
        self._threads.shutdown(cancel_futures=True)
