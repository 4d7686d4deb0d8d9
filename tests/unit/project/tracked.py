"""The files that belong to the repository, as git sees them."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TEXT_KINDS = {"", ".in", ".ini", ".css", ".html", ".js", ".json", ".jsonl", ".mako", ".md", ".py", ".sql", ".svg"} | {
    ".toml",
    ".tsv",
    ".txt",
    ".yaml",
    ".yml",
}


def tracked_texts() -> dict[str, str]:
    """Text of every tracked or addable text file by its path in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [name for name in listed.stdout.split("\0") if name and Path(name).suffix in TEXT_KINDS]
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in paths if (ROOT / name).is_file()}
