"""Where a request comes from, as sign-in counts it: one address of IPv4, one network of IPv6."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from django.conf import settings
from django.http import HttpRequest

_ONE_CUSTOMER: Final = 64  # bits; below it whoever holds the network takes another address for each try


def network_of(request: HttpRequest) -> str | None:
    """Return the address of IPv4, or the first address of the /64 of IPv6; None when there is none, as on a socket.

    Behind the proxy that SECURE=true promises, the last entry of X-Forwarded-For counts: the proxy wrote that one, and
    whoever asks may have written those before it. Without a proxy the header is anybody's, and is not read.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2] if settings.SECURE else ""
    found = _read(forwarded) or _read(request.META.get("REMOTE_ADDR", ""))
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, _ONE_CUSTOMER), strict=False).network_address)
    return str(found) if found else None


def _read(word: str) -> IPv4Address | IPv6Address | None:
    """Read `203.0.113.7`, `203.0.113.7:5312`, `2001:db8::1`, `[2001:db8::1]:5312`; None for anything else."""
    word = word.strip()
    if word.startswith("["):
        word = word[1:].partition("]")[0]
    elif word.count(":") == 1:
        word = word.partition(":")[0]
    try:
        found = ip_address(word.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found
