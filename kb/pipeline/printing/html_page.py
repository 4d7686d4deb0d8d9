"""A report as one page of HTML that needs nothing else: for reading, and for printing on A4."""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

BUFFERED = 40  # pieces of a template in a portion


class HtmlPage:
    """The template and the style of a package, `templates/report.html` and `templates/report.css`."""

    def __init__(self, package: str) -> None:
        self._style = files(package).joinpath("templates", "report.css").read_text(encoding="utf-8")
        self._environment = Environment(
            loader=PackageLoader(package),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # What a content security policy names so that the style in the page is taken: `style-src 'sha256-…'`.
        self.style_digest = "sha256-" + base64.b64encode(hashlib.sha256(self._style.encode()).digest()).decode()

    @property
    def policy(self) -> dict[str, str]:
        """The header of a page that loads nothing and runs nothing: its own style alone is taken."""
        return {
            "Content-Security-Policy": (
                f"default-src 'none'; style-src '{self.style_digest}'; base-uri 'none'; form-action 'none'; "
                "frame-ancestors 'none'"
            )
        }

    def portions(self, **values: object) -> Iterator[str]:
        """The page in portions; what is put into it is escaped."""
        portions = self._environment.get_template("report.html").stream(style=self._style, **values)
        portions.enable_buffering(BUFFERED)
        # Sources may hold a lone surrogate that UTF-8 cannot carry.
        return (portion.encode("utf-8", "replace").decode() for portion in portions)
