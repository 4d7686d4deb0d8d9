"""The first letters at the operator's console in a real browser, beside the endpoint that answers them."""

from collections.abc import Sequence

from playwright.sync_api import sync_playwright

from bench.served import chromium
from bench.timing import Aim, Comparison, percentiles

LETTERS = 2  # the first ones: with a third the answer is asked for too
TURNS = 120
WARM = 20

# Both in the page, so that browser and connection are the same: from a key to the list that it brings (or an emptied
# one), and the request alone with its body read.
_KEY = """async (typed) => {
  const box = document.getElementById("say"), list = document.getElementById("say-list");
  box.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 30));
  const shown = new Promise((done) => {
    const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now()); });
    watch.observe(list, { childList: true, attributes: true, attributeFilter: ["hidden"] });
  });
  box.value = typed;
  const began = performance.now();
  box.dispatchEvent(new Event("input", { bubbles: true }));
  return (await shown) - began;
}"""
_BARE = """async (typed) => {
  await new Promise((done) => setTimeout(done, 30));
  const began = performance.now();
  await (await fetch("/v1/suggest?limit=6&q=" + encodeURIComponent(typed))).json();
  return performance.now() - began;
}"""


def measure_keystrokes(address: str, questions: Sequence[str], aim: Aim) -> Comparison:
    """Milliseconds from a key to its list and of the request alone, in turns; answers are not asked for."""
    typed = list(dict.fromkeys(text[:LETTERS].strip() for text in questions))[:TURNS]
    ours: list[float] = []
    bare: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--headless", "--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://{address}/console")
        for number, text in enumerate([*typed[:WARM], *typed]):
            order = ((_KEY, ours), (_BARE, bare)) if number % 2 else ((_BARE, bare), (_KEY, ours))
            for script, times in order:
                took = float(page.evaluate(script, text))
                if number >= WARM:
                    times.append(took)
        browser.close()
    (p50, p95), (bare_p50, bare_p95) = percentiles(ours), percentiles(bare)
    return Comparison(p50=p50, p95=p95, bare_p50=bare_p50, bare_p95=bare_p95, aim=aim)
