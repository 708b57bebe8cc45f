"""Placeholder."""

from __future__ import annotations

from typing import Any

from django.http import Http404


def healthz(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def robots(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def sitemap(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def favicon(request: Any, **kw: Any) -> Any:
    raise Http404("soon")

