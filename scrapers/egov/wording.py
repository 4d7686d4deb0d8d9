"""The words of the portal, from `wording.yaml`."""

from kb.read import CardTitles, find_code, source_wording

FILE = "scrapers/egov/wording.yaml"


def titles() -> CardTitles:
    """How the blocks of a card are called."""
    return CardTitles(file=FILE, block_of=lambda title: find_code(source_wording(__package__)["blocks"], title))


def list_columns() -> tuple[str, ...]:
    """The columns of the list of cards."""
    return tuple(source_wording(__package__)["columns"])


def empty_mark() -> str:
    """What stands in the list for a card whose page has no block."""
    return str(source_wording(__package__)["empty"])
