"""What a fetch brings back."""

from dataclasses import dataclass

from kb.collect.exchange import Exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The unpacked body and its media type; both are empty when the page is `unchanged` (304)."""

    exchange: Exchange
    body: bytes
    media_type: str
    unchanged: bool = False
