"""Texts that steer no terminal."""

_KEPT = "\n\t"
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in _KEPT}


def printable(text: str) -> str:
    """The text with every control character (C0, DEL, C1) but line feed and tab replaced, its length kept."""
    return text.translate(_CONTROLS)
