"""What stands between the network and the views: the input gate, the language, and databases that fail."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Final
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.db import DataError, Error, InterfaceError, OperationalError, connection
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from psycopg import errors

from articles.views.machines import healthz
from newsarchive.sent_forms import DESK, refuse_unreadable

Next = Callable[[HttpRequest], HttpResponseBase]
log = logging.getLogger(__name__)

DESK_TIMEOUT_MS: Final = 15_000  # lists with their counts ask more than any page of a reader
MAX_QUERY_BYTES = 2048
MAX_VALUES = 50
MAX_PATH = 1024
RETRY_AFTER_SECONDS = "5"
READING = ("GET", "HEAD")


class Probe:
    """Answers /healthz before hosts are checked and HTTPS is asked for: who probes by address has no name for us."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return healthz(request) if request.path_info == "/healthz" else self.get_response(request)


class InputGate:
    """Refuses what no page can mean, before anything reads it: status 400 or 413, and a sentence.

    Readers only read: what would write is refused everywhere but in the admin, with status 405.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in READING and not request.path_info.startswith(DESK):
            return HttpResponseNotAllowed(READING)
        reason = _unreadable_path(request.path_info) or _unreadable_query(request.META.get("QUERY_STRING", ""))
        if reason:
            # Nothing of a refused query may be read by the page that refuses it.
            request.META["QUERY_STRING"] = ""
            return render(request, "400.html", {"reason": reason}, status=400)
        if request.method == "POST" and (refused := refuse_unreadable(request)):
            return refused
        return self.get_response(request)


def _unreadable_path(path: str) -> str:
    if len(path) > MAX_PATH:
        return _("The address is longer than any address here.")
    if "\x00" in path or "\ufffd" in path:
        return _("The address holds characters that no address here has.")
    return ""


def _unreadable_query(query: str) -> str:
    if len(query) > MAX_QUERY_BYTES:
        return _("The question is longer than %(limit)d bytes.") % {"limit": MAX_QUERY_BYTES}
    if query.count("&") >= MAX_VALUES:
        return _("The question holds more than %(limit)d values.") % {"limit": MAX_VALUES}
    # Neither "&" nor "=" can be a part of a longer character, so each piece can be read alone.
    return next((reason for piece in query.split("&") if (reason := _unreadable_piece(piece))), "")


def _unreadable_piece(piece: str) -> str:
    """Say what is wrong with `name=value`, by its name when that is one that a field may have."""
    given = unquote_to_bytes(piece)
    name = given.partition(b"=")[0]
    named = {"name": name.decode("ascii")} if re.fullmatch(rb"[A-Za-z_][\w-]{0,79}", name) else {}
    if b"\x00" in given:
        return _("“%(name)s” holds a NUL character.") % named if named else _("The question holds a NUL character.")
    try:
        given.decode()
    except UnicodeDecodeError:
        return _("“%(name)s” is not valid UTF-8.") % named if named else _("The question is not valid UTF-8.")
    return ""


class LanguageFromPath:
    """Takes the language from the address alone: Indonesian under /id/, English plain. No cookie, no Vary."""

    prefixed = re.compile(r"^/(?P<language>en|id)(?P<rest>/.*)?$", re.DOTALL)

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        prefix = self.prefixed.match(request.path_info)
        language = prefix["language"] if prefix else "en"
        if prefix and language == "en":
            return HttpResponsePermanentRedirect(_plain(prefix["rest"] or "/", request))
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


def _plain(path: str, request: HttpRequest) -> str:
    # "//host" would be another host's address, so one slash is all that a path here begins with.
    query = request.META.get("QUERY_STRING", "")
    return "/" + path.lstrip("/") + (f"?{query}" if query else "")


class DeskPatience:
    """Lets a statement of the editors' desk run longer than one of a reader: two short statements a request."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.raises = 0 < settings.STATEMENT_TIMEOUT_MS < DESK_TIMEOUT_MS

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not (self.raises and request.path_info.startswith(DESK)):
            return self.get_response(request)
        # A database that is away is the view's to find out, where DatabaseErrors answers for it.
        with suppress(Error):
            _execute(f"SET statement_timeout = {DESK_TIMEOUT_MS}")
        try:
            return self.get_response(request)
        finally:
            _back_to_readers()


def _back_to_readers() -> None:
    """Give the connection the readers' limit again, or give it up: the next request on it may be a reader's."""
    if connection.connection is None:
        return
    try:
        _execute("RESET statement_timeout")
    except Error:
        if not connection.in_atomic_block:
            connection.close()


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


class DatabaseErrors:
    """Answers for a database that is away or out of time with 503, for values that it cannot hold with 400."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, DataError):
            reason = _("A value in the question is outside of what the archive can hold.")
            return render(request, "400.html", {"reason": reason}, status=400)
        if isinstance(exception, (OperationalError, InterfaceError)):
            slow = isinstance(exception.__cause__, errors.QueryCanceled)
            # The address by its repr: it may hold line breaks, which would forge lines of the log.
            log.warning("503 at %r: %s: %s", request.path, type(exception).__name__, _first_line(exception))
            response = render(request, "503.html", {"slow": slow}, status=503)
            response.headers["Retry-After"] = RETRY_AFTER_SECONDS
            return response
        return None


def _first_line(exception: Exception) -> str:
    return next(iter(str(exception).strip().splitlines()), "")
