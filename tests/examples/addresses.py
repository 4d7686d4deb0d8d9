"""The addresses that `site.yaml` gives the files beside it (its shape is in `tests/site/README.md`)."""

from functools import cache
from pathlib import Path

import yaml


@cache
def addresses_in(folder: Path) -> dict[Path, str]:
    """Address by file, the first of several; empty when the folder has no `site.yaml`."""
    listed = folder / "site.yaml"
    if not listed.is_file():
        return {}
    pages = yaml.safe_load(listed.read_text(encoding="utf-8")).get("pages") or ()
    return {folder / page["file"]: page["url"] for page in reversed(pages) if page.get("file")}
