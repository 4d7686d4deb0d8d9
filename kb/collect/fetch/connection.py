"""One question to one host, one answer: no retry, no redirect, no memory."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2

from kb.collect.exchange import Headers
from kb.collect.fetch.addresses import Resolve, public_addresses
from kb.collect.fetch.certificates import explain, trust
from kb.collect.fetch.deadline import Deadline
from kb.collect.fetch.error import FetchError
from kb.collect.fetch.settings import FetchSettings
from kb.collect.fetch.unpacking import read_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked; `marks` are sent to the address `marked_at` only, at None to any."""

    url: httpx2.URL
    headers: Headers
    method: str = "GET"
    content: bytes = b""
    marks: Headers = ()
    marked_at: str | None = None

    @property
    def is_conditional(self) -> bool:
        """Whether the host may answer that nothing changed."""
        return bool(self.marks) and self.marked_at in (None, str(self.url))

    @property
    def sent(self) -> Headers:
        """All headers as they are sent, but those of the connection."""
        return (("Host", self.host), *self.headers, *(self.marks if self.is_conditional else ()))

    @property
    def host(self) -> str:
        """Name of the host, with a port that is not the usual one; as in the Host header."""
        return self.url.netloc.decode("ascii")

    @property
    def machine(self) -> str:
        """Name of the host alone: who asks at two ports asks the same machine."""
        return self.url.raw_host.decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is answered: the body is unpacked."""

    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header by this name, in any case of letters."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class Connections:
    """Connections to the hosts of a run, by host: one that was verified for a host serves no other.

    Below httpx2's client on purpose: nothing follows redirects, keeps cookies, reads passwords or proxies from the
    environment or unpacks without a limit.
    """

    def __init__(self, settings: FetchSettings, resolve: Resolve) -> None:
        self._settings = settings
        self._resolve = resolve
        self._test = settings.test_address
        # Reading the roots of the system takes a while; for a test site without TLS nobody needs to be trusted.
        plain = self._test is not None and self._test.scheme == "http"
        self._trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if plain else trust(settings.certificates)
        self._lines: dict[tuple[str, str], _Line] = {}

    def ask(self, question: Question, *, attempt: int = 1, start_only: int | None = None) -> Reply:
        """The reply, whatever its status; `start_only` cuts the body, later attempts go to the host's other numbers.

        Raises FetchError: `private_address`, `bad_certificate`, `too_large`, `bad_encoding`, and as passing
        `gave_up`, `too_slow`, `incomplete_body`.
        """
        place = self._place(question.url, attempt)
        line = self._lines.setdefault((question.url.scheme, question.host), _Line(self._trust))
        url = str(question.url)
        fault = None
        try:
            with line.deadline.within(self._settings.total_seconds):
                reply = self._ask(line, question, place, start_only=start_only)
        except FetchError as error:
            fault = error
        if line.deadline.passed:  # whatever it looks like: a body may even seem to be complete
            raise FetchError(
                f"the answer was not there after {self._settings.total_seconds:g} s; try again when the host is faster",
                code="too_slow",
                url=url,
            ) from fault
        if fault:
            raise fault
        return reply

    def _ask(self, line: "_Line", question: Question, place: httpx2.URL, *, start_only: int | None) -> Reply:
        timeout = httpx2.Timeout(self._settings.read_seconds, connect=self._settings.connect_seconds)
        request = httpx2.Request(
            question.method,
            place,
            headers=list(question.sent),
            content=question.content or None,
            extensions={
                "timeout": timeout.as_dict(),
                "sni_hostname": question.machine,
                "trace": line.deadline.watch,
            },
        )
        url, host = str(question.url), question.url.host
        with _told(url, host, broken="gave_up"):
            response = line.transport.handle_request(request)
        try:
            headers = tuple((name, value) for name, value in response.headers.multi_items())
            if sum(len(name) + len(value) for name, value in headers) > self._settings.header_limit:
                raise FetchError("the headers are too large; look at the host", code="too_large", url=url)
            with _told(url, host, broken="incomplete_body"):
                body = read_body(response, settings=self._settings, url=url, start_only=start_only)
        finally:
            response.close()
        return Reply(status=response.status_code, headers=headers, body=body)

    def close(self) -> None:
        """Ends all connections."""
        for line in self._lines.values():
            line.transport.close()
        self._lines.clear()

    def _place(self, url: httpx2.URL, attempt: int) -> httpx2.URL:
        """The address with the number of the host in place of its name."""
        if self._test is not None:
            return url.copy_with(scheme=self._test.scheme, host=self._test.host, port=self._test.port)
        port = url.port or (443 if url.scheme == "https" else 80)
        host = url.raw_host.decode("ascii")
        numbers = public_addresses(host, port, url=str(url), resolve=self._resolve)
        return url.copy_with(host=numbers[(attempt - 1) % len(numbers)])


class _Line:
    """The connection to one host."""

    def __init__(self, trusted: ssl.SSLContext) -> None:
        self.transport = httpx2.HTTPTransport(verify=trusted, trust_env=False)
        self.deadline = Deadline()


@contextmanager
def _told(url: str, host: str, *, broken: str) -> Iterator[None]:
    """Faults of the HTTP library as FetchError; a broken connection has the code `broken`."""
    try:
        yield
    except httpx2.TimeoutException as error:
        raise FetchError(f"{host} does not answer in time", code="too_slow", url=url, passing=True) from error
    except httpx2.TransportError as error:
        if certificate := _certificate_fault(error):
            raise FetchError(explain(certificate, host), code="bad_certificate", url=url) from error
        raise FetchError(f"the connection to {host} broke ({error})", code=broken, url=url, passing=True) from error


def _certificate_fault(error: BaseException) -> ssl.SSLCertVerificationError | None:
    """The fault of verification below a fault of the library, if that is what it was."""
    below: BaseException | None = error
    while below is not None:
        if isinstance(below, ssl.SSLCertVerificationError):
            return below
        below = below.__cause__ or below.__context__
    return None
