"""Writes the expected record beside each example page: `python -m tests.examples.record`, then read the difference.

With the names of sources behind it only those are recorded.
"""

import json
import sys

from tests.examples.shape import FOLDER, example_pages, outcome_of


def record(sources: list[str]) -> None:
    """Writes the expected records anew, of the named sources or of all."""
    for page in example_pages():
        if sources and page.relative_to(FOLDER).parts[0] not in sources:
            continue
        expected = json.dumps(outcome_of(page), ensure_ascii=False, indent=1)
        page.with_name(page.name + ".expected.json").write_text(expected + "\n", encoding="utf-8")


if __name__ == "__main__":
    record(sys.argv[1:])
