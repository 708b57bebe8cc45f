"""Placeholder."""

from __future__ import annotations

from typing import Any

from django.http import Http404


def statistic_list(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def statistic_detail(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def series_list(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def series_detail(request: Any, **kw: Any) -> Any:
    raise Http404("soon")

