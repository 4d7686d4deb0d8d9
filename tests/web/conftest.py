"""Pages on a real server in a real browser."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Request, sync_playwright

from kb.api import create_application
from kb.web import create_router, page_error
from tests.web.memory_base import MemoryRegistry
from tests.web.memory_texts import TODAY

CHROMIUM = os.environ.get("KB_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def serve(application) -> Iterator[str]:
    """The application on a free loopback port; its address."""
    server = uvicorn.Server(uvicorn.Config(application, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert thread.is_alive(), "the server ended while starting"
        assert time.monotonic() < deadline, "the server did not start in 20 seconds"
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


def assemble(registry, *, today):
    application = create_application(registry, page_error=page_error, today=today)
    application.include_router(create_router(registry, today=today))
    return application


@pytest.fixture(scope="session")
def registry() -> MemoryRegistry:
    return MemoryRegistry()


@pytest.fixture(scope="session")
def site(registry) -> Iterator[str]:
    """The pages over the base in memory."""
    with serve(assemble(registry, today=lambda: TODAY)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser, site):
    """`open_page(path, language=, width=, script=, site=)`; afterwards no request may have left the origin."""
    contexts, foreign = [], []

    def open_one(
        path: str, *, language: str | None = None, width: int = 1280, script: bool = True, at: str | None = None
    ) -> Page:
        origin = at or site
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=script, locale="en-US"
        )
        contexts.append(context)
        if language:
            context.add_cookies([{"name": "anyq_lang", "value": language, "url": origin}])

        def note(request: Request) -> None:
            if urlsplit(request.url).netloc != urlsplit(origin).netloc:
                foreign.append(request.url)

        context.on("request", note)
        page = context.new_page()
        page.goto(origin + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert foreign == []
