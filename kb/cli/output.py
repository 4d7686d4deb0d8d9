"""Writing results: JSON, lines, files that are whole or not there."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from kb.cli.failures import WrongCall
from kb.cli.printable import printable


def write_json(data: Any) -> None:
    """One JSON object on stdout, indented, letters as they are."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def json_line(data: Any) -> str:
    """One line of a JSON Lines file."""
    return json.dumps(data, ensure_ascii=False) + "\n"


class _PlainConsole(Console):
    """A console that texts cannot steer: what they hold of control sequences is shown, not sent."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """The segments of super, with printable texts; the console's own controls pass."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(printable(segment.text), segment.style)


def console(*, stderr: bool = False) -> Console:
    """Where human output goes; in a pipe lines are never broken."""
    if stderr:
        return _PlainConsole(stderr=True)
    return _PlainConsole(highlight=False, soft_wrap=not sys.stdout.isatty(), width=None if sys.stdout.isatty() else 160)


@contextmanager
def written_file(path: Path | None) -> Iterator[TextIO]:
    """Stdout, or a file at `path` that appears when the block ends well; raises WrongCall when it cannot be written."""
    if path is None:
        yield sys.stdout
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        file = beside.open("w", encoding="utf-8", newline="\n")
    except OSError as problem:
        raise WrongCall(f"{path}: cannot be written ({problem.strerror})") from problem
    try:
        with file:
            yield file
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def written_bytes(path: Path, content: bytes) -> None:
    """Writes a file that is whole or not there; raises WrongCall when it cannot be written."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as problem:
        raise WrongCall(f"{path}: cannot be written ({problem.strerror})") from problem
    finally:
        beside.unlink(missing_ok=True)
