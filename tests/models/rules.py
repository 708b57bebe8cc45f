"""Asks the database itself whether it holds a rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, transaction


@contextmanager
def refused(by: str) -> Iterator[None]:
    """Expect that the write inside is refused by the constraint of this name, or by the trigger that says it."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
    diagnosis = getattr(caught.value.__cause__, "diag", None)
    assert diagnosis is not None
    assert by in (diagnosis.constraint_name, diagnosis.message_primary), caught.value
