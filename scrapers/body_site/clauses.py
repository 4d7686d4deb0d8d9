"""The text of a page → clauses: groups of fields, each below what it is for."""

import re
from collections.abc import Iterator

from kb.model import BlockKind, Clause, ClauseKind, Issue, Language, Severity
from kb.read import ClauseTree, Node, ReadError, Reading, words_of
from scrapers.body_site.fields import fields_of
from scrapers.body_site.wording import service_in

_ACCOUNT = re.compile(r"KZ\d{2}[0-9A-Z]{16}")
_BIN = re.compile(r"\d{12}")


def divide(reading: Reading, language: Language) -> tuple[Clause, ...]:
    """`service-1` (label: the service that is paid for) or `body-1` (label: the heading), below it `…/iik`, `…/phone`
    (label as printed) for its fields and paragraphs for other words.

    Raises ReadError when the page has no field.
    """
    tree = ClauseTree()
    group = _Group(tree, reading)
    place = 0
    known = 0
    while place < len(reading.blocks):
        found, taken = fields_of(reading, place)
        if found:
            holder = group.holder(place)
            for field in found:
                path = f"{holder.id}/{field.code}"
                tree.add(path, ClauseKind.ROW, field.start, field.end, parent=holder, label=field.label)
            known += len(found)
        else:
            group.note(place)
        place += taken
    if not known:
        raise ReadError("no requisites and no phones; expected labels such as an account, a BIN or a phone with values")
    return tuple(tree.clauses(language))


class _Group:
    """The holder of what follows: opened by a heading, or by a paragraph that names a service."""

    def __init__(self, tree: ClauseTree, reading: Reading) -> None:
        self._tree = tree
        self._reading = reading
        self._current: Node | None = None

    def note(self, place: int) -> None:
        """A block without fields: it may open a group, else it is a paragraph of the one that is open."""
        block = self._reading.blocks[place]
        raw = self._reading.text[block.start : block.end]
        words = words_of(raw)
        service = None if block.kind is BlockKind.TABLE else service_in(words)
        if service or block.kind is BlockKind.HEADING:
            path = self._tree.next("", "service" if service else "body")
            label = service or words
            self._current = self._tree.add(path, ClauseKind.HEADING, block.start, block.end, parent=None, label=label)
            return
        holder = self.holder(place)
        kind = ClauseKind.TABLE if block.kind is BlockKind.TABLE else ClauseKind.PARAGRAPH
        path = self._tree.next(holder.id, "t" if kind is ClauseKind.TABLE else "p")
        self._tree.add(path, kind, block.start, block.end, parent=holder, label=holder.label)

    def holder(self, place: int) -> Node:
        """The open group; a page that begins without a heading opens one without a label."""
        if self._current is None:
            start = self._reading.blocks[place].start
            path = self._tree.next("", "body")
            self._current = self._tree.add(path, ClauseKind.HEADING, start, start, parent=None)
        return self._current


def find_issues(document: str, reading: Reading, clauses: tuple[Clause, ...]) -> Iterator[Issue]:
    """Accounts and BINs that cannot be right: a wrong length, a check number that does not fit."""
    for clause in clauses:
        code = clause.id.rsplit("/", maxsplit=1)[-1].split("~", maxsplit=1)[0]
        value = re.sub(r"\s", "", reading.text[clause.start : clause.end]).rstrip(".;,")
        if code == "iik":
            fault = None if _is_account(value) else "expected KZ and 18 characters whose check number fits"
        elif code == "bin":
            fault = None if _BIN.fullmatch(value) else "expected 12 digits"
        else:
            continue
        if fault:
            yield Issue(
                code="unlikely_requisite",
                severity=Severity.WARNING,
                document=document,
                message=f"{document}: «{clause.label}» is {value[:60]}; {fault}",
                line=reading.text.count("\n", 0, clause.start) + 1,
            )


def _is_account(value: str) -> bool:
    """Whether the check number of an account (ISO 13616, remainder of 97) fits."""
    if not _ACCOUNT.fullmatch(value):
        return False
    return int("".join(str(int(letter, 36)) for letter in value[4:] + value[:4])) % 97 == 1
