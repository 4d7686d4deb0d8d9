"""Which words of a found text are shown, and which of them light up."""

from kb.search.result import Range

WIDEST = 320  # characters shown of a clause
LEAD = 60  # characters kept before the first matching word


def choose_window(text: str, highlights: tuple[Range, ...]) -> Range:
    """The slice of at most WIDEST characters that holds the most highlighted words, cut at blanks."""
    if len(text) <= WIDEST:
        return 0, len(text)
    start = max(0, _best_start(highlights) - LEAD)
    end = min(len(text), start + WIDEST)
    start = _after_blank(text, start, end) if start else 0
    return start, (_before_blank(text, start, end) if end < len(text) else end)


def clip_highlights(highlights: tuple[Range, ...], window: Range) -> tuple[Range, ...]:
    """The highlights inside the window, counted from its start."""
    start, end = window
    return tuple((first - start, last - start) for first, last in highlights if start <= first and last <= end)


def _best_start(highlights: tuple[Range, ...]) -> int:
    """Start of the highlight from which on the most others fit into a window."""
    best, most = 0, 0
    for first, _ in highlights:
        held = sum(1 for start, end in highlights if first <= start and end <= first + WIDEST - LEAD)
        if held > most:
            best, most = first, held
    return best


def _after_blank(text: str, start: int, end: int) -> int:
    blank = text.find(" ", start, end)
    return blank + 1 if 0 <= blank < start + LEAD else start


def _before_blank(text: str, start: int, end: int) -> int:
    blank = text.rfind(" ", start, end)
    return blank if blank > end - LEAD else end
