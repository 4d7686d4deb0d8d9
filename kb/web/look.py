"""How pages look: the theme, and large letters with strong contrast for people who see badly."""

from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request
from starlette.responses import Response

from kb.web.kept_choice import address_choosing, kept_choice, remember_choice

_THEME, _VISION = "theme", "vision"


class Theme(StrEnum):
    """AUTO is what the reader's device prefers."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Vision(StrEnum):
    """For whom letters and contrast are made."""

    NORMAL = "normal"
    LOW = "low"


_THEMES = frozenset(one.value for one in Theme)
_VISIONS = frozenset(one.value for one in Vision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The look of a page with the addresses of the same page in other looks: `themes` by theme, `other_vision`."""

    theme: Theme
    vision: Vision
    themes: tuple[tuple[Theme, str], ...]
    other_vision: str

    @property
    def dark_media(self) -> str | None:
        """For which media the dark sheet is linked; None where it is not. Paper stays white in each theme."""
        dark = {Theme.DARK: "screen", Theme.AUTO: "screen and (prefers-color-scheme: dark)"}
        return dark.get(self.theme)

    @property
    def schemes(self) -> str:
        """The `color-scheme` of the page."""
        return {Theme.DARK: "dark", Theme.LIGHT: "light", Theme.AUTO: "light dark"}[self.theme]

    @property
    def low_vision(self) -> bool:
        """Whether the sheet for people who see badly is linked."""
        return self.vision is Vision.LOW


def page_look(request: Request) -> Look:
    """The look that the visitor chose; an unknown code counts as none."""
    vision = Vision(kept_choice(request, _VISION, _VISIONS) or Vision.NORMAL)
    other = Vision.NORMAL if vision is Vision.LOW else Vision.LOW
    return Look(
        theme=Theme(kept_choice(request, _THEME, _THEMES) or Theme.AUTO),
        vision=vision,
        themes=tuple((one, address_choosing(request, _THEME, one.value)) for one in Theme),
        other_vision=address_choosing(request, _VISION, other.value),
    )


def remember_look(request: Request, response: Response) -> None:
    """Keeps a look that was switched to."""
    remember_choice(request, response, _THEME, _THEMES)
    remember_choice(request, response, _VISION, _VISIONS)
