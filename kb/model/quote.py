"""What people said in focus groups."""

from dataclasses import dataclass

from kb.model.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote with personal data masked: `service` is an id of the base or of the wave, `theme` a code of the data
    file `themes`; `region` and `channel` are codes, None where they are not told."""

    service: str
    theme: str
    language: Language
    words: str
    region: str | None = None
    channel: str | None = None
