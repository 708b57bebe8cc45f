"""The digests that a web archive writes beside its bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable
from typing import Final

_KNOWN: Final = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})


def differs(written: str, *contents: bytes) -> bool:
    """Whether a digest such as `sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ` is that of none of the contents.

    An algorithm that is not known here proves nothing; a digest that is not whole differs. Values are written in
    hexadecimal, base 32 or base 64.
    """
    algorithm, colon, value = written.strip().partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if not colon or algorithm not in _KNOWN:
        return False
    digests = {hashlib.new(algorithm, content, usedforsecurity=False).digest() for content in contents}
    return _bytes_of(value.strip(), hashlib.new(algorithm, usedforsecurity=False).digest_size) not in digests


def _bytes_of(value: str, size: int) -> bytes | None:
    """Return the digest of `size` bytes that the value writes; None when it writes none of that size."""
    for read in _READERS:
        try:
            digest = read(value)
        except (ValueError, binascii.Error):
            continue
        if len(digest) == size:
            return digest
    return None


def _from_base_32(value: str) -> bytes:
    return base64.b32decode(_padded(value.upper(), 8))


def _from_base_64(value: str) -> bytes:
    return base64.b64decode(_padded(value.replace("-", "+").replace("_", "/"), 4), validate=True)


def _padded(value: str, group: int) -> str:
    return value.rstrip("=") + "=" * (-len(value.rstrip("=")) % group)


_READERS: Final[tuple[Callable[[str], bytes], ...]] = (bytes.fromhex, _from_base_32, _from_base_64)
