"""Placeholder."""

from __future__ import annotations

from typing import Any

from django.http import Http404


def article_list(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def article_redirect(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def article_source(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def article_version(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def article_detail(request: Any, **kw: Any) -> Any:
    raise Http404("soon")

