"""Fetching goes to public addresses only, and ends in time. No test leaves this machine."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from inspection_digest.documents.addresses import is_public
from inspection_digest.documents.fetch import Fetched, FetchLimits, fetch
from inspection_digest.documents.limits import SourceUnreadable

PUBLIC = "93.184.215.14"
NAMES = {
    "reports.example": [PUBLIC],
    "elsewhere.example": ["93.184.215.15"],
    "inside.example": ["10.0.0.7"],
    "both.example": [PUBLIC, "127.0.0.1"],
    "xn--bcher-kva.example": [PUBLIC],
}
Answer = Callable[[ssl.SSLSocket], None]


def resolve(name: str) -> list[str]:
    if name[0].isdigit():
        return [name]
    try:
        return NAMES[name]
    except KeyError:
        raise socket.gaierror(name) from None


@pytest.fixture(scope="session")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's and a client's, with a certificate for the names made for this run."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "tests")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName(n) for n in NAMES]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    path: Path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path)
    return server, ssl.create_default_context(cafile=str(path))


class Web:
    """A server on loopback that stands for every public address; notes where it was asked for."""

    def __init__(self, contexts: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
        self.server_context, self.client_context = contexts
        self.asked: list[tuple[str, str]] = []
        self._dialled = ""

    def fetch(
        self, url: str, *answers: bytes | Answer, limits: FetchLimits | None = None
    ) -> Fetched:
        with self._serve(answers) as port:

            def connect(address: str, _port: int, seconds: float) -> socket.socket:
                self._dialled = address
                return socket.create_connection(("127.0.0.1", port), seconds)

            return fetch(
                url,
                limits=limits or FetchLimits(size=1_000_000, seconds=5),
                resolve=resolve,
                connect=connect,
                context=self.client_context,
            )

    def refusal(self, url: str, *answers: bytes | Answer, limits: FetchLimits | None = None) -> str:
        with pytest.raises(SourceUnreadable) as caught:
            self.fetch(url, *answers, limits=limits)
        return caught.value.sentence

    @contextmanager
    def _serve(self, answers: tuple[bytes | Answer, ...]) -> Iterator[int]:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            thread = threading.Thread(target=self._answer_all, args=(listener, answers))
            thread.start()
            try:
                yield listener.getsockname()[1]
            finally:
                # Lets a server go that still waits to be asked.
                listener.shutdown(socket.SHUT_RDWR)
                thread.join()

    def _answer_all(self, listener: socket.socket, answers: tuple[bytes | Answer, ...]) -> None:
        for answer in answers:
            with suppress(OSError):
                plain, _ = listener.accept()
                with self.server_context.wrap_socket(plain, server_side=True) as secure:
                    request = secure.recv(65536).decode("ascii")
                    self.asked.append((self._dialled, request.split("\r\n")[0]))
                    if isinstance(answer, bytes):
                        secure.sendall(answer)
                    else:
                        answer(secure)


@pytest.fixture
def web(contexts: tuple[ssl.SSLContext, ssl.SSLContext]) -> Web:
    return Web(contexts)


def ok(body: bytes, *headers: str) -> bytes:
    lines = ["HTTP/1.1 200 OK", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def moved(to: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


def test_a_document_is_fetched_from_the_address_that_was_checked(web: Web) -> None:
    url = "https://reports.example/a%20b/c d.pdf?x=1&y=é"
    assert web.fetch(url, ok(b"%PDF")) == Fetched(b"%PDF", url)
    assert web.asked == [(PUBLIC, "GET /a%20b/c%20d.pdf?x=1&y=%C3%A9 HTTP/1.1")]


def test_a_redirect_is_followed_to_its_own_checked_address(web: Web) -> None:
    fetched = web.fetch(
        "https://reports.example/old", moved("https://elsewhere.example/new"), ok(b"words")
    )
    assert fetched == Fetched(b"words", "https://elsewhere.example/new")
    assert [address for address, _ in web.asked] == [PUBLIC, "93.184.215.15"]


def test_a_redirect_may_name_just_a_path(web: Web) -> None:
    assert web.fetch("https://reports.example/a/b", moved("../c"), ok(b"x")).url == (
        "https://reports.example/c"
    )


@pytest.mark.parametrize(
    "target",
    ["https://inside.example/", "https://127.0.0.1/", "http://reports.example/", "file:///etc/x"],
)
def test_a_redirect_to_the_inside_is_refused(web: Web, target: str) -> None:
    assert "is not fetched" in web.refusal("https://reports.example/", moved(target))


def test_redirects_without_an_end_are_refused(web: Web) -> None:
    loop = [moved("https://reports.example/")] * 6
    assert web.refusal("https://reports.example/", *loop) == (
        "reports.example sends us from one address to the next without an end."
    )


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://reports.example/a", "only addresses with https://"),
        ("file:///etc/passwd", "only addresses with https://"),
        ("https://me:secret@reports.example/", "no plain public web address"),
        ("https://reports.example:8443/", "no plain public web address"),
        ("https:///nowhere", "no plain public web address"),
        ("https://[::1", "is not a web address"),
        ("https://reports.example:x/", "is not a web address"),
        ("https://inside.example/", "not on the public internet"),
        ("https://both.example/", "not on the public internet"),
        ("https://nobody.example/", "no server named nobody.example"),
        (f"https://{'a' * 70}.example/", "no server named"),
    ],
)
def test_other_addresses_are_refused_before_anything_is_sent(web: Web, url: str, said: str) -> None:
    assert said in web.refusal(url)
    assert web.asked == []


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind(web: Web) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(NAMES, "reports.example", next(answers))
        assert web.fetch("https://reports.example/", ok(b"x")).data == b"x"
    assert next(answers) == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"HTTP/1.1 404 Not Found\r\n\r\n", "the server answered 404 (Not Found)"),
        (b"HTTP/1.1 799 Whatever\r\n\r\n", "the server answered 799 (no known status)"),
        (ok(b"x" * 1_000_001), "it is larger than 0 MB"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort", "broke off"),
        (ok(b"x", "Content-Encoding: gzip"), "packs it in a way we did not ask for"),
        (b"no http at all\r\n\r\n", "the connection failed or broke off"),
        (b"", "the connection failed or broke off"),
    ],
)
def test_an_answer_that_is_no_document_is_refused(web: Web, answer: bytes, said: str) -> None:
    assert said in web.refusal("https://reports.example/a", answer)


def test_where_the_beginning_is_enough_no_more_is_read(web: Web) -> None:
    limits = FetchLimits(size=10, whole=False)
    found = web.fetch(
        "https://reports.example/a", ok(b"%PDF-1.7 " + b"x" * 1_000_001), limits=limits
    )
    assert found.data == b"%PDF-1.7 x"


def test_a_server_that_sends_a_byte_at_a_time_is_left_in_time(web: Web) -> None:
    def drip(secure: ssl.SSLSocket) -> None:
        with suppress(OSError):
            for byte in b"HTTP/1.1 200 OK\r\n" + b"X" * 200:
                secure.sendall(bytes([byte]))
                time.sleep(0.05)

    began = time.monotonic()
    said = web.refusal("https://reports.example/a", drip, limits=FetchLimits(seconds=1.0))
    assert said == "reports.example could not be fetched from: it took too long."
    assert time.monotonic() - began < 3


def test_a_certificate_of_another_name_is_refused(web: Web) -> None:
    web.client_context = ssl.create_default_context()
    said = web.refusal("https://reports.example/a", b"")
    assert said == "reports.example could not be fetched from: its certificate is not valid."


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nothing is bound to it
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001:0:7f00:1::",
        "fec0::1",
        "0177.0.0.1",
        "2130706433",
        "localhost",
        "",
    ],
)
def test_inside_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)
