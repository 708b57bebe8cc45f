"""Placeholder."""

from __future__ import annotations

from typing import Any

from django.http import Http404


def home(request: Any, **kw: Any) -> Any:
    raise Http404("soon")

