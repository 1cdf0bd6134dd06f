"""Fetching a document from the web, for a person who typed its address.

https only, to public addresses only: the name is resolved once, all its addresses are checked, and
the connection goes to a checked address, so that a name cannot point elsewhere a moment later.
Each redirect is checked the same way. Size and time are limited. Proxies named in the environment
are not used, as what is behind them could not be checked.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from msgspec import Struct

from inspection_digest.documents.addresses import is_public
from inspection_digest.documents.limits import MEGABYTE, SourceUnreadable

# A name to its addresses, as digits; an OSError where it has none.
Resolve = Callable[[str], Iterable[str]]
# An address (digits), a port and a time limit in seconds to a connected socket, or an OSError.
Connect = Callable[[str, int, float], socket.socket]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class FetchLimits(Struct, frozen=True):
    """The most that one fetch may take, redirects included; `size` in bytes.

    Without `whole`, the first `size` bytes of a document are enough.
    """

    size: int = 60 * MEGABYTE
    seconds: float = 60.0
    redirects: int = 5
    whole: bool = True


LIMITS = FetchLimits()


class Fetched(Struct, frozen=True):
    """What was fetched, and the address it came from in the end."""

    data: bytes
    url: str


def resolve_name(name: str) -> list[str]:
    """The addresses of a name, as the system finds them."""
    found = socket.getaddrinfo(name, 443, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def connect_to(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to an address; no name is looked up."""
    return socket.create_connection((address, port), seconds)


def fetch(
    url: str,
    *,
    limits: FetchLimits = LIMITS,
    resolve: Resolve = resolve_name,
    connect: Connect = connect_to,
    context: ssl.SSLContext | None = None,
) -> Fetched:
    """The document at this address. Raises SourceUnreadable with a sentence for a person."""
    deadline = time.monotonic() + limits.seconds
    context = context or ssl.create_default_context()
    for _ in range(limits.redirects + 1):
        parts = _checked(url)
        address = _public_address(parts, resolve)
        visit = _Visit(parts, address, connect, context, deadline)
        found = visit.get(limits.size, whole=limits.whole)
        if isinstance(found, bytes):
            return Fetched(found, url)
        url = urljoin(url, found.target)
    raise SourceUnreadable(f"{_host(url)} sends us from one address to the next without an end.")


class _Redirect(Struct, frozen=True):
    target: str


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise SourceUnreadable(f"“{url}” is not a web address.") from None
    if parts.scheme != "https":
        raise SourceUnreadable(f"“{url}” is not fetched: only addresses with https:// are.")
    if not parts.hostname or parts.username is not None or port not in (None, 443):
        raise SourceUnreadable(f"“{url}” is not fetched: it is no plain public web address.")
    return parts


def _public_address(parts: SplitResult, resolve: Resolve) -> str:
    name = parts.hostname or ""
    try:
        name = name.encode("idna").decode("ascii")
        addresses = list(resolve(name))
    except (OSError, UnicodeError):
        raise SourceUnreadable(f"There is no server named {name}, or no network.") from None
    if not addresses or not all(map(is_public, addresses)):
        raise SourceUnreadable(f"{name} is not fetched: it is not on the public internet.")
    return addresses[0]


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


class _Visit:
    """One request to one checked address, which ends at the deadline whatever the server does."""

    def __init__(
        self,
        parts: SplitResult,
        address: str,
        connect: Connect,
        context: ssl.SSLContext,
        deadline: float,
    ) -> None:
        self._parts = parts
        self._host = parts.hostname or ""
        self._address = address
        self._connect = connect
        self._context = context
        self._deadline = deadline
        self._socket: socket.socket | None = None

    def get(self, size: int, *, whole: bool) -> bytes | _Redirect:
        """The body, of at most `size` bytes, or where else to look."""
        # A server that sends a byte a second keeps within every time-out, but not within this one.
        timer = Timer(max(self._left(), 0), self._hang_up)
        timer.daemon = True
        timer.start()
        response = None
        try:
            response = self._request()
            answer = self._answer(response, size, whole=whole)
            if self._left() <= 0:  # a connection we hung up looks like one that ended well
                raise TimeoutError
        except SourceUnreadable:
            raise
        except ssl.SSLCertVerificationError:
            raise self._failed("its certificate is not valid") from None
        except (OSError, http.client.HTTPException, ValueError):
            late = self._left() <= 0
            reason = "it took too long" if late else "the connection failed or broke off"
            raise self._failed(reason) from None
        else:
            return answer
        finally:
            timer.cancel()
            if response is not None:
                response.close()
            if self._socket is not None:
                self._socket.close()

    def _request(self) -> http.client.HTTPResponse:
        plain = self._connect(self._address, 443, max(self._left(), 0.001))
        self._socket = plain
        name = self._host.encode("idna").decode("ascii")
        secure = self._context.wrap_socket(
            plain, server_hostname=name, do_handshake_on_connect=False
        )
        self._socket = secure
        secure.do_handshake()
        connection = http.client.HTTPSConnection(name)
        connection.sock = secure
        path = quote(self._parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(self._parts.query, safe="/?%:@!$&'()*+,;=~-._")
        connection.request(
            "GET",
            f"{path}?{query}" if query else path,
            headers={"Accept-Encoding": "identity", "User-Agent": "inspection-digest"},
        )
        return connection.getresponse()

    def _answer(
        self, response: http.client.HTTPResponse, size: int, *, whole: bool
    ) -> bytes | _Redirect:
        if response.status in _REDIRECTS and response.headers.get("Location"):
            return _Redirect(response.headers["Location"])
        if response.status != HTTPStatus.OK:
            reason = http.client.responses.get(response.status, "no known status")
            raise self._failed(f"the server answered {response.status} ({reason})")
        if not whole:
            return response.read(size)
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise self._failed("the server packs it in a way we did not ask for")
        data = response.read(size + 1)
        if len(data) > size:
            raise self._failed(f"it is larger than {size // MEGABYTE} MB")
        if response.length:
            raise self._failed("the connection broke off before its end")
        return data

    def _failed(self, reason: str) -> SourceUnreadable:
        return SourceUnreadable(f"{self._host} could not be fetched from: {reason}.")

    def _left(self) -> float:
        return self._deadline - time.monotonic()

    def _hang_up(self) -> None:
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                self._socket.close()
