"""Writes the expected record beside each example page: `python -m tests.examples.record`, then read the difference."""

import json

from tests.examples.shape import example_pages, read_example, shape_of


def record() -> None:
    """Writes all expected records anew."""
    for page in example_pages():
        expected = json.dumps(shape_of(*read_example(page)), ensure_ascii=False, indent=1)
        page.with_name(page.name + ".expected.json").write_text(expected + "\n", encoding="utf-8")


if __name__ == "__main__":
    record()
