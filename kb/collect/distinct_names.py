"""Names for files that were given together and would bear the same one."""

import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from kb.collect.files import Found


def tell_apart(found: Sequence[Found]) -> list[Found]:
    """The same files; where two of them bear one name, it grows by the folders above that tell them apart.

    All files of a folder grow alike, since some are read along with their neighbours. Names stay relative:
    to the working folder, or to as few folders as are needed. Files that stay alike are left so.
    """
    roots = [_root_of(one) for one in found]
    above = {root: _folders_above(root) for root in set(roots)}
    depth = dict.fromkeys(above, 0)
    while growing := {root for root in _clashing(found, roots, above, depth) if depth[root] < len(above[root])}:
        for root in growing:
            depth[root] += 1
    return [Found(one.path, _named(one, above[root], depth[root])) for one, root in zip(found, roots, strict=True)]


def clashes(found: Sequence[Found]) -> dict[str, set[str]]:
    """Names that stand for more than one file, each with the real paths of those."""
    often = {name for name, count in Counter(one.document for one in found).items() if count > 1}
    paths: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.document in often:
            paths[one.document].add(os.path.realpath(one.path))
    return {name: places for name, places in paths.items() if len(places) > 1}


def _clashing(
    found: Sequence[Found], roots: Sequence[Path], above: dict[Path, tuple[str, ...]], depth: dict[Path, int]
) -> set[Path]:
    named = [Found(one.path, _named(one, above[root], depth[root])) for one, root in zip(found, roots, strict=True)]
    names = clashes(named)
    return {root for one, root in zip(named, roots, strict=True) if one.document in names}


def _named(one: Found, above: tuple[str, ...], depth: int) -> str:
    return "/".join((*above[len(above) - depth :], one.document))


def _root_of(one: Found) -> Path:
    """The folder that the file's name is relative to."""
    return Path(os.path.abspath(one.path)).parents[one.document.count("/")]  # noqa: PTH100 - links are kept as given


def _folders_above(root: Path) -> tuple[str, ...]:
    here = Path.cwd()
    return (root.relative_to(here) if root.is_relative_to(here) else root.relative_to(root.anchor)).parts
