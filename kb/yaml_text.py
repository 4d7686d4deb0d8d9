"""The project's own YAML files, parsed: the one place that says by which parser."""

from typing import Any

import yaml

# The parser of libyaml is ten times as fast and gives the same values; a build of PyYAML may lack it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str) -> Any:
    """The value of a data file of this project; raises yaml.YAMLError with the line of the fault.

    Texts of unknown origin are for `kb.read`, which sees to what may not be stored and what nests without end.
    """
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - both are safe loaders
