"""A build that is killed leaves the live index serving, and the next build takes over."""

import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from kb.search import AllDocuments, open_backend
from tests.contract.small_base import build_clauses, clause

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("engine", ["embedded", "elastic"])
def test_killed_in_the_middle_of_a_build(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue("elastic_url") if engine == "elastic" else None
    prefix = f"t{uuid.uuid4().hex[:10]}"
    live = build_clauses(open_backend(url, tmp_path, prefix=prefix), [clause("a", "живой")], build="b1")
    command = [sys.executable, "-m", "tests.contract.build_forever", str(tmp_path), prefix, *([url] if url else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "building\n"
        builder.kill()
    backend = open_backend(url, tmp_path, prefix=prefix)
    found = backend.search("clauses", AllDocuments())
    assert (found.index, [hit.stored for hit in found.hits]) == (live, ["живой"])
    build_clauses(backend, [clause("a", "новый")], build="b2")
    assert [hit.stored for hit in backend.search("clauses", AllDocuments()).hits] == ["новый"]
    backend.close()
