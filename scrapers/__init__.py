"""Sources, one module each, found at run time; see docs/rooms.md."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

from kb.read import Head, ReadError
from scrapers._contract import Discovery, Related, Scraper

# Recognising and reading fail in one way: a body that has not the expected shape.
ScraperError = ReadError

__all__ = ["Discovery", "Head", "Related", "Scraper", "ScraperError", "accompanies", "discover", "recognise"]


@cache
def discover() -> dict[str, Scraper]:
    """All sources by id, in the order of trial: the most particular shape first, the one that takes all last."""
    names = (found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    modules = [cast(Scraper, import_module(f"{__name__}.{name}")) for name in names]
    return {module.SOURCE.id: module for module in sorted(modules, key=lambda module: (module.TRIAL, module.SOURCE.id))}


def recognise(head: Head) -> Scraper:
    """The first source, in the order of trial, that knows the head as its own."""
    for scraper in discover().values():
        if scraper.recognise(head):
            return scraper
    raise ScraperError(f"no source takes a body of type {head.media_type}")


def accompanies(scraper: Scraper, head: Head) -> bool:
    """Whether a body of this source is only read together with others and is no document of its own."""
    check = getattr(scraper, "accompanies", None)
    return bool(check(head)) if check else False
