"""Which service is meant."""

from kb.cli.failures import WrongCall
from kb.model import Service
from kb.pipeline import Registry, UnknownName
from kb.text import fold_plain

MOST_NAMED = 5


def choose_service(registry: Registry, words: str) -> Service:
    """The service of an id, or the only one whose name holds the words; raises WrongCall when there is none or many."""
    try:
        return registry.service(words)
    except UnknownName:
        pass
    wanted = _folded(words)
    found = [one for one in registry.all_services() if wanted and wanted in _folded(f"{one.name_kk} | {one.name_ru}")]
    if len(found) == 1:
        return found[0]
    if not found:
        raise WrongCall(f"no service {words!r}: give an id, or a part of a name that stands in one name only")
    named = ", ".join(f"{one.id} ({one.name_kk or one.name_ru})" for one in found[:MOST_NAMED])
    more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    raise WrongCall(f"{words!r} stands in the names of {len(found)} services; give an id: {named}{more}")


def _folded(text: str) -> str:
    return " ".join(fold_plain(text).split())
