"""A builder that never ends by itself: started as a process of its own to be killed in the middle of a build.

Arguments: folder, prefix, address of the server (absent for the embedded engine). Writes a line once documents flow.
"""

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from indexes.schema import read_schema
from kb.search import IndexDocument, open_backend
from tests.contract.small_base import clause


def _endless() -> Iterator[IndexDocument]:
    for number in itertools.count():
        if number == 2000:
            print("building", flush=True)  # noqa: T201  the test waits for this line
        yield clause(f"k{number}", f"недоделанный пункт {number}")


def main() -> None:
    folder, prefix, *url = sys.argv[1:]
    backend = open_backend(url[0] if url else None, Path(folder), prefix=prefix)
    backend.add(backend.create(read_schema("clauses"), build="killed"), _endless())


if __name__ == "__main__":
    main()
