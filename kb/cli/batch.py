"""Files with one question a line."""

import json
from collections.abc import Iterator
from pathlib import Path

from kb.cli.failures import WrongCall
from kb.model.plain_json import Json


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers; raises WrongCall for a file that is not UTF-8 or not there."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise WrongCall(f"{path}: cannot be read ({problem.strerror})") from problem
    except UnicodeDecodeError as problem:
        raise WrongCall(f"{path}: not UTF-8 at byte {problem.start}; save it as UTF-8") from problem
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.removesuffix("\r")


def read_objects(path: Path, *, needed: tuple[str, ...]) -> list[Json]:
    """The objects of a JSON Lines file; raises WrongCall, naming the line, where one lacks a needed text."""
    objects = []
    for number, line in read_lines(path):
        try:
            data = json.loads(line)
        except ValueError:
            raise WrongCall(f"{path}, line {number}: not JSON") from None
        if not isinstance(data, dict):
            raise WrongCall(f"{path}, line {number}: expected an object")
        for key in needed:
            if not isinstance(data.get(key), str):
                raise WrongCall(f"{path}, line {number}: {key!r} must be a text")
        objects.append(data)
    return objects
