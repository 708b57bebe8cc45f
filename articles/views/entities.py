"""Placeholder."""

from __future__ import annotations

from typing import Any

from django.http import Http404


def person_list(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def person_detail(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def organisation_list(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def organisation_detail(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def place_list(request: Any, **kw: Any) -> Any:
    raise Http404("soon")


def place_detail(request: Any, **kw: Any) -> Any:
    raise Http404("soon")

