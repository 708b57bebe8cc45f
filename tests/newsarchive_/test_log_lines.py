"""What somebody who keeps the log sees of answers that went wrong."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import StringIO
from logging.config import dictConfig
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.handlers.exception import response_for_exception
from django.test import RequestFactory

from newsarchive.log_lines import OneLine


@pytest.fixture
def written() -> Iterator[StringIO]:
    """Take what the settings' own handler would print."""
    stream = StringIO()
    root = logging.getLogger()
    before = root.handlers[:], root.level
    told: Any = settings.LOGGING
    config = {**told, "loggers": {}, "handlers": {"console": {**told["handlers"]["console"], "stream": stream}}}
    dictConfig(config)
    yield stream
    root.handlers, root.level = before


def answer(error: Exception) -> int:
    request = RequestFactory().get("/admin/articles/quote/")
    try:
        raise error
    except type(error) as raised:
        return response_for_exception(request, raised).status_code


def test_a_refused_request_is_one_line(written: StringIO) -> None:
    assert answer(PermissionDenied()) == 403
    assert written.getvalue().count("\n") == 1
    assert "Forbidden (Permission denied): /admin/articles/quote/" in written.getvalue()


def test_what_failed_has_its_traceback(written: StringIO) -> None:
    try:
        raise ZeroDivisionError("by zero")
    except ZeroDivisionError:
        logging.getLogger("django.request").exception("Internal Server Error", extra={"status_code": 500})
        logging.getLogger("articles").exception("A file cannot be read.")
    assert written.getvalue().count("Traceback") == 2


def test_other_handlers_keep_the_traceback() -> None:
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, "Forbidden", (), None)
    record.status_code = 403
    record.exc_info = (ValueError, ValueError("no"), None)
    assert OneLine("{message}", style="{").format(record) == "Forbidden"
    assert "ValueError" in logging.Formatter("%(message)s").format(record)
