"""Writes openapi/openapi.json: `python -m kb.api.openapi`."""

import json
import sys
from pathlib import Path
from typing import cast

from kb.api.application import create_application
from kb.pipeline import Registry

OPENAPI_FILE = Path("openapi/openapi.json")


def render_openapi() -> str:
    """The description of the API, keys sorted, one line feed at its end."""
    # Routes alone make the description; no base is opened for it.
    app = create_application(cast(Registry, None))
    return json.dumps(app.openapi(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    if not OPENAPI_FILE.parent.is_dir():
        sys.exit(f"no folder {OPENAPI_FILE.parent}: run this from the root of the project")
    OPENAPI_FILE.write_text(render_openapi(), encoding="utf-8")
