"""`kb scraper`: the skeleton of a new source in a checkout."""

import keyword
import re
from importlib import resources
from pathlib import Path
from string import Template
from typing import Annotated

import typer

from kb.cli.failures import WrongCall
from kb.cli.options import Lang, WordLanguage
from kb.cli.output import console
from kb.cli.words import Words
from kb.model import Language

scraper = typer.Typer(help="Sources under development.", rich_markup_mode=None)

NAME = re.compile(r"[a-z][a-z0-9_]{1,30}")
# What tells a checkout from other folders, and where the skeleton goes.
CONTRACT = Path("scrapers/_contract.py")
FILES = {
    "module": "scrapers/{name}/__init__.py",
    "page": "tests/examples/{name}/page.html",
    "page-record": "tests/examples/{name}/page.html.expected.json",
    "broken": "tests/examples/{name}/no-main.broken.html",
    "broken-record": "tests/examples/{name}/no-main.broken.html.expected.json",
    "index": "tests/examples/{name}/listing/index.html",
    "site": "tests/examples/{name}/site.yaml",
    "test": "tests/unit/sources/test_{name}.py",
}


@scraper.callback()
def group() -> None:
    """Sources under development."""


@scraper.command("new")
def new(
    name: Annotated[str, typer.Argument(help="Id of the source: small Latin letters, digits and _.")],
    lang: Lang = WordLanguage.KK,
) -> None:
    """Make the skeleton of a source with its passport, example pages and test, inside a checkout."""
    words = Words(Language(lang.value))
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise WrongCall(f"{name!r} is no name of a source; expected small Latin letters, digits and _, a letter first")
    root = find_checkout(Path.cwd())
    files = {root / path.format(name=name): key for key, path in FILES.items()}
    taken = [root / "scrapers" / f"{name}.py", root / "scrapers" / name, root / "tests/examples" / name, *files]
    for path in taken:
        if path.exists():
            raise WrongCall(f"{name!r} is there already ({path.relative_to(root)}); choose another name")
    for path, key in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_filled(key, name), encoding="utf-8")
        except OSError as problem:
            raise WrongCall(f"{path}: cannot be written ({problem.strerror})") from problem
        console().print(words("scraper.written", path=path.relative_to(root)))
    console().print(words("scraper.next", name=name))


def find_checkout(folder: Path) -> Path:
    """The checkout that the folder is in; raises WrongCall when it is in none."""
    for root in (folder, *folder.parents):
        if (root / CONTRACT).is_file() and (root / "tests/examples").is_dir():
            return root
    raise WrongCall(f"{folder} is in no checkout of Anyq (a folder with {CONTRACT}); go to one first")


def _filled(key: str, name: str) -> str:
    template = resources.files("kb.cli").joinpath("data", "scraper", f"{key}.txt").read_text(encoding="utf-8")
    return Template(template).substitute(name=name, host=f"{name.replace('_', '-').strip('-')}.example")
