"""Index names: `anyq-services-s1-a3-<build>` tells kind, schema version, analysis version and build."""

import re
from dataclasses import dataclass

from indexes.schema import IndexSchema
from kb.search.errors import IndexMissing, IndexOutdated
from kb.text import ANALYSIS_VERSION

_SHAPE = re.compile(
    r"(?P<prefix>[a-z0-9_-]+)-(?P<kind>[a-z]+)-s(?P<schema>\d+)-a(?P<analysis>[a-z0-9.]+)-(?P<build>[a-z0-9]+)"
)
_KIND = re.compile(r"[a-z]+")
_BUILD = re.compile(r"[a-z0-9]{1,64}")


@dataclass(frozen=True, slots=True)
class IndexName:
    """The parts of an index's full name."""

    prefix: str
    kind: str
    schema: int
    analysis: str
    build: str

    def __str__(self) -> str:
        return f"{self.prefix}-{self.kind}-s{self.schema}-a{self.analysis}-{self.build}"


def name_index(schema: IndexSchema, *, prefix: str, build: str) -> IndexName:
    """The name of a new index; raises ValueError when `build` is not lower-case letters and digits."""
    if not is_build(build):
        raise ValueError(f"build {build!r}: 1 to 64 lower-case Latin letters and digits, it is part of an index name")
    return IndexName(prefix, schema.kind, schema.version, ANALYSIS_VERSION, build)


def read_index_name(name: str) -> IndexName | None:
    """The parts of a full name; None for a kind (`services`) or a foreign name."""
    found = _SHAPE.fullmatch(name)
    if found is None:
        return None
    return IndexName(found["prefix"], found["kind"], int(found["schema"]), found["analysis"], found["build"])


def build_of(index: str) -> str:
    """The build in a full name; empty for a kind."""
    parts = read_index_name(index)
    return parts.build if parts else ""


def is_build(text: object) -> bool:
    """Whether this can stand as a build in an index name."""
    return isinstance(text, str) and bool(_BUILD.fullmatch(text))


def kind_of(index: str) -> str:
    """The kind of an index that is called by its kind or its full name; raises IndexMissing for what is neither."""
    parts = read_index_name(index)
    if parts is None and not _KIND.fullmatch(index):
        raise IndexMissing(f"{index} is neither a kind nor a full name of an index")
    return parts.kind if parts else index


def check_current(name: str, schema: IndexSchema) -> None:
    """Raises IndexOutdated when the index was made by another schema or analysis than this program's."""
    parts = read_index_name(name)
    if parts is None or (parts.schema, parts.analysis) != (schema.version, ANALYSIS_VERSION):
        raise IndexOutdated(
            f"the live index {name} does not fit this program (schema {schema.version}, analysis {ANALYSIS_VERSION}): "
            "build the base again with 'kb build'"
        )
