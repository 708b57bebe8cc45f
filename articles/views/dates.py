"""Browsing by date: all years, a year, a month, a day, and single events."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.browsing import days, events

FEW = 8  # items of one kind on the page of a month, whose calendar leads to the days


@require_safe
def date_list(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/date_list.html", {"years": days.years()})


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    first = _possible(year)
    notes = _with_notes(request)
    context = {
        "first": first,
        "months": days.months_of(year, notes=notes),
        "before": days.possible(year - 1),
        "after": days.possible(year + 1),
        "notes": notes,
    }
    return render(request, "articles/year.html", context)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    first = _possible(year, month)
    notes = _with_notes(request)
    last = first.replace(day=monthrange(year, month)[1])
    context = {
        "first": first,
        "month": days.month_of(first, notes=notes),
        "parts": days.parts(first, last, notes=notes, most=FEW),
        "before": days.possible(*((year, month - 1) if month > 1 else (year - 1, 12))),
        "after": days.possible(*((year, month + 1) if month < 12 else (year + 1, 1))),
        "notes": notes,
    }
    return render(request, "articles/month.html", context)


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    asked = _possible(year, month, day)
    notes = _with_notes(request)
    before, after = days.neighbours(asked)
    context = {
        "day": asked,
        "parts": days.parts(asked, asked, notes=notes),
        "month": days.month_of(asked.replace(day=1), notes=notes),
        "before": before,
        "after": after,
        "notes": notes,
    }
    return render(request, "articles/day.html", context)


@require_safe
def event_detail(request: HttpRequest, pk: int) -> HttpResponse:
    shown = events.public_event(pk)
    if shown is None:
        raise Http404
    return render(request, "articles/event_detail.html", {"shown": shown})


def _possible(year: int, month: int = 1, day: int = 1) -> date:
    found = days.possible(year, month, day)
    if found is None:
        raise Http404(_("There is no such day."))
    return found


def _with_notes(request: HttpRequest) -> bool:
    value = request.GET.get("notes", "")
    if value not in {"", "0", "1"}:
        raise BadRequest(
            _("“%(value)s” is no value for notes: it is 1 to show reference notes, else 0.") % {"value": value}
        )
    return value == "1"
