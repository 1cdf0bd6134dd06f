"""Which internet addresses are public: the ones a fetch on a person's behalf may go to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# Addresses of IPv6 that carry one of IPv4 and lead to it (RFC 6052, RFC 8215).
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def is_public(text: str) -> bool:
    """Whether an address, as digits, is on the public internet and nobody's inside network.

    Private, loopback, link-local, shared, reserved, documentation and multicast addresses are not,
    in IPv4, IPv6, or IPv4 carried in IPv6.
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        carried = _carried(address)
        if carried is not None:
            return _is_public(carried)
        if any(address in network for network in _TRANSLATED):
            return False
    return _is_public(address)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or site_local)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address in a mapped, 6to4 or translated one; the inner address decides."""
    if address in _TRANSLATED[0]:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
