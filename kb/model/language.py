"""The languages that texts and interface words come in."""

from enum import StrEnum


class Language(StrEnum):
    """ISO 639-1 code of a text; content is Kazakh or Russian, interface words also English."""

    KK = "kk"
    RU = "ru"
    EN = "en"
