"""The operator's desk: the samples served, and what the API says to the same questions."""

from kb.app import Settings, build_application
from kb.pipeline import Home, build_base, import_paths
from tests.conftest import ROOT
from tests.web.conftest import serve


def build_samples(folder):
    """A home with the twelve sample services."""
    home = Home(folder=folder)
    assert import_paths(home, [ROOT / "examples" / "pages"], sample=True).failures == ()
    assert build_base(home).counts["services"] == 12
    return home


def serving(home, **settings):
    return serve(build_application(Settings(home=home.folder, **settings)))


def ask(page, address, q, **more):
    """The answer of POST /v1/ask."""
    response = page.request.post(f"{address}/v1/ask", data={"q": q, **more})
    assert response.ok, response.text()
    return response.json()


def tell(page, words):
    """Types into the box, which has the focus."""
    assert page.evaluate("document.activeElement.id") == "say"
    page.keyboard.type(words)
