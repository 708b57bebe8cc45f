"""Where the tests of the server stand."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may pass, unlike pytest's own: the server of root runs as another user."""
    with tempfile.TemporaryDirectory(prefix="newsarchive-open-") as made:
        Path(made).chmod(0o711)
        yield Path(made)
