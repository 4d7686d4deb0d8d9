"""Which repositories hold the acts."""

from functools import cache
from importlib.resources import files
from typing import Any

from kb.collect import NotOffered
from kb.model import Reach, Repository, Source
from kb.yaml_text import parse_yaml
from scrapers._contract import Discovery


def find_repositories(source: Source, reach: Reach) -> Discovery:
    """The repository of each tier in `reach.only`, of all tiers without it; NotOffered for a tier that is not known."""
    data = _tiers()
    unknown = [name for name in reach.only if name not in data["tiers"]]
    if unknown:
        raise NotOffered(f"{source.id}: no tier {', '.join(unknown)}; known are {', '.join(data['tiers'])}")
    for tier in dict.fromkeys(reach.only or data["tiers"]):
        yield Repository(
            url=f"{source.urls[0]}/{tier}",
            name=tier,
            documents=tuple(data["documents"]),
            companions=tuple(data["companions"]),
        )


@cache
def _tiers() -> dict[str, Any]:
    data: dict[str, Any] = parse_yaml(files(__package__).joinpath("tiers.yaml").read_text(encoding="utf-8"))
    return data
