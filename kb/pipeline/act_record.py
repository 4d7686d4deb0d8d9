"""An act as all its texts tell of it."""

from dataclasses import replace

from kb.pipeline.errors import UnknownName
from kb.pipeline.states import ActRecord, ActText
from kb.resolve import ActHistory
from kb.store import Reader


def read_act(base: Reader, name: str) -> ActRecord:
    """An act by any of its codes, with its texts; raises UnknownName."""
    texts = base.texts_of_act(name)
    acts = [one.act for one in texts if one.act]
    if not acts:
        raise UnknownName(f"no act {name!r} in this base")
    ids = tuple(dict.fromkeys(code for act in acts for code in act.ids))
    editions = tuple(
        ActText(edition=one.edition, snapshot=one.snapshot, title=one.title) for one in texts if one.edition
    )
    history = ActHistory(acts)
    act = replace(
        acts[-1],
        id=history.id_of(acts[-1].id),
        ids=tuple(sorted(ids, key=lambda code: code != history.id_of(code))),
        title_kk=_first([act.title_kk for act in acts]),
        title_ru=_first([act.title_ru for act in acts]),
        status=history.status_of(acts[-1].id),
    )
    return ActRecord(act=act, editions=editions)


def _first(titles: list[str | None]) -> str | None:
    return next((title for title in titles if title), None)
