"""What was typed in another script or on the wrong keyboard, as it was meant."""

import re

from kb.text import swap_layout, to_cyrillic

CYRILLIC = re.compile("[\u0400-\u04ff]")


def put_right(text: str) -> str:
    """Kazakh in Latin or Arabic letters in Cyrillic, and what was typed on the wrong keyboard as it was meant."""
    swapped = swap_layout(text)
    if swapped is not None:
        return swapped
    return text if CYRILLIC.search(text) else to_cyrillic(text)
