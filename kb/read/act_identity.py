"""The act that requisites identify."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from kb.model import Act, ActStatus, ActType
from kb.read.data_file import load_data
from kb.read.requisites import Requisites


def act_of(
    requisites: Requisites,
    *,
    ids: tuple[str, ...],
    title_kk: str | None = None,
    title_ru: str | None = None,
    type: ActType | None = None,  # noqa: A002  the field's name
    date: dt.date | None = None,
    status: ActStatus = ActStatus.UNKNOWN,
) -> Act:
    """The act whose first id is the first of `ids`; a code built from its registration joins them.

    What the requisites tell goes before `type` and `date` of the source's own fields; `status` holds unless they
    tell of a repeal or a suspension. Titles come without the notes of their editors.
    """
    code = requisites.code
    known = ids if code is None or code in ids else (*ids, code)
    if requisites.repealed:
        status = ActStatus.REPEALED
    elif requisites.suspended:
        status = ActStatus.SUSPENDED
    return Act(
        id=known[0],
        ids=known,
        type=requisites.type or type,
        number=requisites.number,
        date=requisites.date or date,
        title_kk=title_of(title_kk),
        title_ru=title_of(title_ru),
        status=status,
        repealed_on=requisites.repealed_on,
        repealed_by=requisites.repealed_by,
        issuers=requisites.issuers,
        in_force_on=requisites.in_force_on,
        registered_number=requisites.registered_number,
        registered_on=requisites.registered_on,
    )


def in_force_from(act: Act, day: dt.date | None) -> Act:
    """The act with the first day of its force when nothing told it before (`force_of` its text)."""
    return act if act.in_force_on or day is None else replace(act, in_force_on=day)


def title_of(title: str | None) -> str | None:
    """A title on one line, without an editor's note on its wording; None when nothing is left."""
    return _note().sub("", " ".join((title or "").split())).strip() or None


@cache
def _note() -> re.Pattern[str]:
    return re.compile(load_data("requisites.yaml")["title_note"], re.IGNORECASE)
