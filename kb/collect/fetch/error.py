"""What goes wrong between this program and a host."""

from dataclasses import replace

from kb.collect.errors import CollectError
from kb.collect.exchange import Exchange


class FetchError(CollectError):
    """A page was not fetched.

    `code` is one of: `no_contact`, `bad_setting`, `bad_passport` (nothing was asked, the set-up is wrong);
    `bad_address`, `foreign_host`, `private_address`, `too_many_redirects`, `robots_forbid`, `robots_unreachable`,
    `budget_spent` (the address may not be asked, or not now); `bad_certificate`, `gave_up`, `too_slow`,
    `too_large`, `incomplete_body`, `bad_encoding`, `unreadable_body` (no usable answer came); `gone`, `refused`,
    `bad_answer` (the host said so); `blocked_page`, `captcha_page`, `maintenance_page` (the answer is no document).
    `url` is the address that was to be fetched, `exchange` the last answer when there was one. A `passing` fault
    may be over at the next attempt, after `wait` seconds when the host named them.
    """

    def __init__(
        self,
        words: str,
        *,
        code: str,
        url: str,
        exchange: Exchange | None = None,
        passing: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(f"{url}: {words}" if url else words)
        self.words = words
        self.code = code
        self.url = url
        self.exchange = exchange
        self.passing = passing
        self.wait = wait

    def on_the_way_from(self, url: str, redirects: tuple[str, ...]) -> "FetchError":
        """The same fault as one of the page at `url`, which led here by `redirects`."""
        exchange = self.exchange and replace(self.exchange, url=url, redirects=redirects)
        words = self.words if self.url == url else f"{self.words} (at {self.url})"
        return FetchError(words, code=self.code, url=url, exchange=exchange)
