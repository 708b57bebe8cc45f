"""Forms that are sent to the editors' desk: what is too large or in pieces is refused before anything reads it."""

from __future__ import annotations

import codecs
from typing import Final

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import Error
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.actions.delivered_files import has_room
from articles.actions.deliveries import MAY_DELIVER

DESK: Final = "/admin/"
DELIVERIES: Final = f"{DESK}articles/delivery/add/"  # where files are given
LARGEST_SIGN_IN: Final = 1_000_000  # bytes of a form that comes without a session


def refuse_unreadable(request: HttpRequest) -> HttpResponse | None:
    """Read a form that was sent; None when that succeeds, else the page that says why it cannot be read."""
    status = 400
    try:
        if reason := _too_large(request):
            return _refused_form(request, reason, status=413)
        # Asked first: Python knows encodings that fail in their own ways, and such that let half a character through.
        if codecs.lookup(request.encoding or "utf-8").name == "utf-8":
            request.POST  # noqa: B018 - it is read when it is first asked for
            return None
        reason = _("The form is not in UTF-8.")
    except TooManyFieldsSent:
        reason = _("The form holds more than %(limit)d fields; choose fewer rows at a time.") % {
            "limit": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        }
    except RequestDataTooBig:
        status = 413
        reason = _("The form is larger than %(limit)d bytes.") % {"limit": settings.DATA_UPLOAD_MAX_MEMORY_SIZE}
    except TooManyFilesSent:
        reason = _("More than %(limit)d files cannot be given at once: give them in parts.") % {
            "limit": settings.DATA_UPLOAD_MAX_NUMBER_FILES
        }
    except (BadRequest, MultiPartParserError, UnreadablePostError):
        reason = _("The form arrived in parts that do not fit together.")
    except OSError as error:  # files wait on the disk until the form is whole
        status = 413
        reason = _("The files cannot be kept: %(error)s.") % {"error": error.strerror or error}
    return _refused_form(request, reason, status=status)


def _too_large(request: HttpRequest) -> str:
    """Say why it is refused unread; blank when it is not.

    Raises:
        OSError: there is no place for files.
    """
    length = _length(request)
    if length > (known := _most_bytes(request)):
        return _("The form is larger than %(limit)d bytes.") % {"limit": known}
    # While the files are kept, they lie on the disk twice: as they were sent, and among the deliveries.
    if request.path_info == DELIVERIES and not has_room(2 * length):
        return _("The disk has no room for the files; nothing was kept.")
    return ""


def _length(request: HttpRequest) -> int:
    """Return how many bytes are announced; 0 for what is no number, which the server reads as nothing."""
    announced = str(request.META.get("CONTENT_LENGTH") or "")
    return int(announced) if announced.isdecimal() and announced.isascii() else 0


def _most_bytes(request: HttpRequest) -> int:
    """Who brings no session may sign in, which takes little; nobody's upload is read before that."""
    session = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if session is None:
        return LARGEST_SIGN_IN
    delivers = request.path_info == DELIVERIES and _may_deliver(session)
    return settings.DESK_LARGEST_FORM + (settings.DELIVERY_LARGEST if delivers else 0)


def _may_deliver(session: str) -> bool:
    """Whether the cookie is of somebody who may: files may fill the disk, which nobody else must."""
    asks = HttpRequest()
    asks.session = SessionStore(session)
    try:
        return get_user(asks).has_perm(MAY_DELIVER)
    except (Error, ValueError):
        return False


def _refused_form(request: HttpRequest, reason: str, *, status: int) -> HttpResponse:
    # Sessions are not read yet, so the page greets nobody.
    context = {"site_header": admin.site.site_header, "site_title": admin.site.site_title, "reason": reason}
    return render(request, "admin/refused.html", {"title": _("This form cannot be read"), **context}, status=status)
