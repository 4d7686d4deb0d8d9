"""An address as a QR code (ISO/IEC 18004), drawn by the page itself."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """The drawing: `path` is the data of one SVG path of dark squares on a ground of `size` by `size`."""

    path: str
    size: int


def qr_code(address: str) -> QrCode:
    """The code of an address, readable with a seventh of it damaged; raises ValueError for one that fits no code."""
    code = segno.make(address, error="m", micro=False)
    rows = list(code.matrix_iter(border=4))  # the quiet zone that the standard asks for
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return QrCode(path="".join(squares), size=len(rows))
