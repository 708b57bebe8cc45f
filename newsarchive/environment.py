"""Reads what the environment sets: an empty variable counts as unset, a wrong one is refused in a sentence."""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from django.core.exceptions import ImproperlyConfigured

_YES: Final = frozenset({"1", "true", "yes", "on"})
_NO: Final = frozenset({"0", "false", "no", "off"})
# A name, its leading dot for "and all below it", an address, an IPv6 address in brackets, or * for any.
_HOST: Final = re.compile(r"\*|\.?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]", re.IGNORECASE)
_SHORTEST_KEY: Final = 32


def text(name: str, default: str) -> str:
    """Read a word without the spaces around it."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """Read yes or no, in any of their usual spellings."""
    word = text(name, "").casefold()
    if word and word not in _YES | _NO:
        raise ImproperlyConfigured(f'{name} is "{word}", but must be true or false.')
    return word in _YES if word else default


def number(name: str, *, default: int) -> int:
    """Read a whole number, zero or more."""
    digits = text(name, str(default))
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
        raise ImproperlyConfigured(f'{name} is "{digits}", but must be a whole number such as {default}.')
    return int(digits)


def hosts(name: str, *, default: str) -> list[str]:
    """Read host names separated by commas, without scheme, port or path."""
    found = [host.strip() for host in text(name, default).split(",") if host.strip()]
    for host in found:
        if not _HOST.fullmatch(host):
            raise ImproperlyConfigured(
                f'{name} holds "{host}", but must list host names such as archive.example.org,localhost.'
            )
    return found


def path(name: str, *, default: Path) -> Path:
    """Read a folder as an absolute path; a relative one and ~ would mean another folder for each caller."""
    folder = Path(text(name, str(default)))
    if not folder.is_absolute():
        raise ImproperlyConfigured(f'{name} is "{folder}", but must be an absolute path.')
    if folder.exists() and not folder.is_dir():
        raise ImproperlyConfigured(f'{name} is "{folder}", but that is not a folder.')
    return folder


def data_folder(base: Path) -> Path:
    """Tell where database, secrets and collected files live: NEWSARCHIVE_DATA, or .data in the checkout."""
    return path("NEWSARCHIVE_DATA", default=base / ".data")


def secret_key(data: Path) -> str:
    """Read SECRET_KEY, or the key that the data folder keeps, made at first use."""
    key = text("SECRET_KEY", "")
    if not key:
        return secret(data / "secret-key")
    if len(key) < _SHORTEST_KEY:
        raise ImproperlyConfigured(
            f"SECRET_KEY has {len(key)} characters, but needs {_SHORTEST_KEY}; when it is unset, one is made."
        )
    return key


def secret(file: Path) -> str:
    """Return the secret that the file holds, for its owner's eyes only; made when there is none.

    Of several processes that make it at once one wins, and all return the winner's.

    Raises:
        ImproperlyConfigured: the file cannot be read or made, or is empty.
    """
    try:
        if not file.exists():
            _make_secret(file)
        held = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"The secret in {file} cannot be read or made: {error}.") from error
    if not held:
        raise ImproperlyConfigured(f"{file} is empty; delete it to have a new secret made.")
    return held


def _make_secret(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(48) + "\n")
        # A link, unlike a rename, never replaces what another process has made meanwhile.
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        Path(draft).unlink()
