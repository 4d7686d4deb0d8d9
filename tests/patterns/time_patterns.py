"""Feeds every pattern that the program compiles with 100 kB of its worst case; prints those that take too long.

`python -m tests.patterns.time_patterns` prints one JSON object: how many patterns there are, and the slow ones.
"""

import importlib
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from unittest.mock import patch

from tests.patterns.worst_cases import worst_texts

ROOT = Path(__file__).parents[2]
OURS = ("kb", "scrapers")
# Only run on text that ends behind the last end of a comment; tests/unit/read/test_hostile_markup.py has its cases.
GUARDED = ("kb/read/words.py", "_TAG_OR_COMMENT")
# CPU seconds, not seconds of the clock: other work on the machine does not count. A pattern that looks at each letter
# a bounded number of times needs some hundredths of a second, with bounds of hundreds a second or two; one that starts
# anew at each letter and runs to the end needs minutes.
LIMIT = 20.0


class TooSlowError(Exception):
    """The pattern took more than LIMIT."""


def recorded_patterns(use: Callable[[], None]) -> dict[tuple[str, int], str]:
    """Every pattern that modules below `kb` and `scrapers` compile while `use` runs, with the file that does."""
    found: dict[tuple[str, int], str] = {}
    compile_pattern = re.compile

    def record(pattern: Any, flags: Any = 0) -> Any:
        place = Path(sys._getframe(1).f_code.co_filename)
        if isinstance(pattern, str) and any(place.is_relative_to(ROOT / name) for name in OURS):
            found.setdefault((pattern, int(flags)), str(place.relative_to(ROOT)))
        return compile_pattern(pattern, flags)

    with patch.object(re, "compile", record):
        use()
    return found


def use_everything() -> None:
    """Imports all modules and compiles all wording files."""
    for package in OURS:
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if "migrations" not in module.name and not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    from kb.extract import wording  # noqa: PLC0415 - the patterns of modules must be recorded first

    for path in sorted((ROOT / "kb" / "extract" / "data").glob("*.yaml")):
        for held in wording.load_wording(path.stem).values():
            if isinstance(held, list):
                wording.compile_wording([one for one in held if isinstance(one, str)])
            elif isinstance(held, dict):
                for patterns in held.values():
                    if isinstance(patterns, list) and all(isinstance(one, str) for one in patterns):
                        wording.compile_wording(patterns)


def anchored_patterns(place: str) -> set[str]:
    """Patterns of a module's constants that the program only matches from a given place on and never searches for."""
    module = importlib.import_module(place.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    constants = {name: held.pattern for name, held in vars(module).items() if isinstance(held, re.Pattern)}
    guarded = constants.get(GUARDED[1]) if place == GUARDED[0] else None
    users = (path.read_text(encoding="utf-8") for folder in OURS for path in (ROOT / folder).rglob("*.py"))
    uses = "\n".join(text for text in users if any(name in text for name in constants))
    return {
        pattern
        for name, pattern in constants.items()
        if set(re.findall(rf"\b{name}\.(\w+)\(", uses)) <= {"match", "fullmatch"}
        and not re.search(rf"[(,=] ?{name}[,)]", uses)
    } | {guarded or ""}


@contextmanager
def stopwatch(limit: float) -> Iterator[Callable[[re.Pattern[str], Iterable[str], bool], bool]]:
    """A function that tells whether a pattern takes more than `limit` CPU seconds on one of the texts."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    def is_slow(pattern: re.Pattern[str], texts: Iterable[str], anchored: bool = False) -> bool:
        for text in texts:
            signal.setitimer(signal.ITIMER_VIRTUAL, limit)
            try:
                if anchored:
                    pattern.match(text)
                else:
                    for _ in pattern.finditer(text):
                        pass
            except TooSlowError:
                return True
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        return False

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        yield is_slow
    finally:
        signal.signal(signal.SIGVTALRM, before)


def main() -> None:
    """Prints what was found; see above."""
    found = recorded_patterns(use_everything)
    anchored = {place: anchored_patterns(place) for place in set(found.values())}
    slow = []
    with stopwatch(LIMIT) as is_slow:
        for (pattern, flags), place in sorted(found.items(), key=lambda item: (item[1], item[0])):
            begun = time.process_time()
            if is_slow(re.compile(pattern, flags), worst_texts(pattern, flags), pattern in anchored[place]):
                slow.append({"place": place, "pattern": pattern})
            if "-v" in sys.argv:
                print(f"{time.process_time() - begun:.2f}  {place}  {pattern[:80]!r}", file=sys.stderr)  # noqa: T201
    print(json.dumps({"patterns": len(found), "slow": slow}, ensure_ascii=False))  # noqa: T201


if __name__ == "__main__":
    main()
