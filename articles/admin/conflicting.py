"""The page that somebody gets who saves second: what both wrote, and the form as it can be saved next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.actions import log
from articles.admin.forms import CHANGED, CuratedForm
from articles.admin.rows import RowFormSet
from articles.curation.conflicts import Conflict, compare


def settle(form: CuratedForm, inlines: Iterable[Any]) -> Conflict | None:
    """Return what two editors made of one record, or None when nobody else has written it since.

    On a conflict the form and its rows are those that stand in the table, with what this editor typed put into them:
    each of `inlines` (Django's InlineAdminFormSet) gets a formset of its own.
    """
    rows = [inline for inline in inlines if isinstance(inline.formset, RowFormSet)]
    if not form.is_bound or not form.instance.pk:
        return None
    if not form.outdated and not any(inline.formset.gone for inline in rows):
        return None
    if not form.outdated:
        form.add_error(None, CHANGED)
    seen = form.cleaned_data.get("seen")
    edits = {inline.formset.get_default_prefix(): inline.formset.edits() for inline in rows}
    mine = form.changes() | {name: edited for name, edited in edits.items() if edited}
    conflict = compare(form.instance, log.newest(form.instance) if seen is None else seen, mine, rows_gone=True)
    form.compare_anew()
    for inline in rows:
        inline.formset = inline.formset.merged()
    return conflict
