"""Placeholder."""

from __future__ import annotations

from typing import Any

from django.http import Http404


def date_list(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def year(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def month(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def day(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def event_detail(request: Any, **kw: Any) -> Any:
    raise Http404("soon")

