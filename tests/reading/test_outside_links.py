"""Addresses are found wherever they stand, whole, and without the sentence around them."""

from __future__ import annotations

import pytest

from inspection_digest.reading.outside_links import outside_links


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("url: https://a.uk/b", ["https://a.uk/b"]),
        ("cited: {overall: https://a.uk/b?c=1&d=2}", ["https://a.uk/b?c=1&d=2"]),
        ("see [this](https://a.uk/b), and more", ["https://a.uk/b"]),
        ("(see https://a.uk/b_(c).)", ["https://a.uk/b_(c)"]),
        ("<https://a.uk/b> and http://c.uk.", ["https://a.uk/b", "http://c.uk"]),
        ('["https://a.uk/b"]', ["https://a.uk/b"]),
        ("https://toys.example.org/x https://x.example/ http://localhost/", []),
        ("https://[::1 and https:// and ftp://a.uk", []),
    ],
)
def test_an_address_is_found_as_it_would_be_opened(text: str, found: list[str]) -> None:
    assert [address for address, _ in outside_links(text)] == found


def test_each_has_its_line() -> None:
    text = "a: https://a.uk/\n\nb: https://b.uk/ https://a.uk/\n"
    assert list(outside_links(text)) == [
        ("https://a.uk/", 1),
        ("https://b.uk/", 3),
        ("https://a.uk/", 3),
    ]
