"""Places of the source of a method → links to its words."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from kb.model import Language
from kb.model.evaluation_method import MethodSource, Place
from kb.pipeline import Registry, UnknownName
from kb.web.source_link import document_name, shorten
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """Where something was read; `href` is None where the base does not hold the document with these words."""

    text: str
    quote: str | None
    href: str | None
    language: Language


class Places:
    """Finds the words of places in the document of a method, where the base holds it."""

    def __init__(self, registry: Registry, source: MethodSource, words: Words) -> None:
        self._source, self._words = source, words
        self.document: str | None = None
        self._lines: list[str] = []
        self._starts: list[int] = []
        if source.digest is None:
            return
        try:
            text = registry.text(source.digest)
            self.document = document_name(registry.snapshot(source.digest).document)
        except UnknownName:
            return
        self._lines = text.split("\n")
        start = 0
        for line in self._lines:
            self._starts.append(start)
            start += len(line) + 1

    def __call__(self, place: Place) -> PlaceView:
        """The place in words, with the link that opens it."""
        text = place.citation or self._words("clause.line", n=place.line)
        shown = shorten(place.quote) if place.quote else None
        return PlaceView(text=text, quote=shown, href=self._href(place), language=self._source.language)

    def _href(self, place: Place) -> str | None:
        if place.line is None or place.quote is None or place.line > len(self._lines):
            return None
        found = -1
        for _ in range(place.nth or 1):
            found = self._lines[place.line - 1].find(place.quote, found + 1)
            if found < 0:
                return None
        start = self._starts[place.line - 1] + found
        span = urlencode({"start": start, "end": start + len(place.quote)})
        return f"/source/{quote(self._source.digest or '', safe=':')}?{span}#mark"
