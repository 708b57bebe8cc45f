"""Placeholder."""

from __future__ import annotations

from typing import Any

from django.http import Http404


def topic_list(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def topic_detail(request: Any, **kw: Any) -> Any:
    raise Http404("soon")

