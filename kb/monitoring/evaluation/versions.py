"""The versions of the method that come with the program."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from kb.model.evaluation_method import Method
from kb.monitoring.errors import BadMarks
from kb.monitoring.evaluation.method_form import read_method
from kb.read import ReadError, load_json, load_yaml
from kb.yaml_text import parse_yaml

LARGEST_METHOD = 2**20  # bytes; the one of this program has 16 kB
METHOD_TYPES = (".yaml", ".yml", ".json")


@cache
def own_methods() -> Mapping[str, Method]:
    """The versions of `kb/monitoring/data/evaluation` by their ids."""
    found = {}
    folder = files("kb.monitoring").joinpath("data", "evaluation")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        method = read_method(parse_yaml(file.read_text(encoding="utf-8")), file.name)
        found[method.id] = method
    return found


def read_method_file(path: Path) -> Method:
    """A version that somebody gives as YAML or JSON; raises BadMarks with a line for each fault."""
    if path.suffix.lower() not in METHOD_TYPES:
        raise BadMarks([f"{path.name}: is none of {', '.join(METHOD_TYPES)}; a version of the method is one of these"])
    try:
        if path.stat().st_size > LARGEST_METHOD:
            raise BadMarks([f"{path.name}: a method has no more than {LARGEST_METHOD // 2**20} MB"])
        text = path.read_text(encoding="utf-8-sig")
        data = load_json(text) if path.suffix.lower() == ".json" else load_yaml(text)
    except OSError as problem:
        raise BadMarks([f"{path.name}: cannot be read ({problem.strerror})"]) from problem
    except UnicodeDecodeError:
        raise BadMarks([f"{path.name}: is not UTF-8"]) from None
    except ReadError as problem:
        raise BadMarks([f"{path.name}: {problem}"]) from problem
    return read_method(data, path.name)
