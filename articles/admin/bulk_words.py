"""What a confirmation says in words: how many records, chosen how, and what the list was narrowed to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, QuerySet
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.actions.unnaming import Followed


def chosen_in_words(rows: QuerySet[Any], count: int, changelist: ChangeList | None) -> str:
    """Word the choice: "all 312 that match: state draft, publisher Republika", or "12 chosen by hand".

    `changelist` None: chosen by hand; of these, one alone is named.
    """
    if changelist is None and count == 1:
        return f"“{rows.first()}”"
    if changelist is None:
        return ngettext("%(count)s chosen by hand", "%(count)s chosen by hand", count) % {"count": f"{count:,}"}
    told = {"count": f"{count:,}", "filter": ", ".join(_narrowed(changelist))}
    if not told["filter"]:
        return _("all %(count)s there are, for the list is not narrowed") % told
    return _("all %(count)s that match: %(filter)s") % told


def states_in_words(rows: QuerySet[Any]) -> str:
    """Word how many are in which state: "10 draft, 2 withdrawn"; "" for what has none."""
    names = {field.name for field in rows.model._meta.concrete_fields}
    kept = next((name for name in ("state", "status") if name in names), None)
    if kept is None:
        return ""
    field: Any = rows.model._meta.get_field(kept)
    counted = rows.model._default_manager.filter(pk__in=rows.order_by().values("pk")).order_by(field.name)
    numbers = counted.values_list(field.name).annotate(number=Count("pk"))
    labels = dict(field.flatchoices)
    return ", ".join(f"{number:,} {labels.get(state, state)}" for state, number in numbers)


def happened(*parts: tuple[int, str]) -> str:
    """Join what happened to how many: "3 published, 1 had no text"; nothing is said of none."""
    told = [words for count, words in parts if count]
    return f"{', '.join(told)}." if told else _("Nothing to do.")


def number(count: int) -> dict[str, str]:
    """Return how many, for words that have `%(count)s`."""
    return {"count": f"{count:,}"}


def newer(count: int) -> tuple[int, str]:
    """Word how many were left as they are because somebody else was faster, for `happened`."""
    words = _("%(count)s changed by somebody else meanwhile and left as they are")
    return count, words % number(count)


def followed_in_words(followed: Followed) -> list[tuple[int, str]]:
    """Word what became of quotes and figures after a decision about names, for `happened`; nothing is said of none."""
    told = (
        (
            followed.unnamed,
            ngettext(
                "%(count)s quote or figure with it, which names nobody now",
                "%(count)s quotes and figures with it, which name nobody now",
                followed.unnamed,
            ),
        ),
        (
            followed.named_again,
            ngettext(
                "%(count)s quote or figure names it again",
                "%(count)s quotes and figures name it again",
                followed.named_again,
            ),
        ),
        (
            followed.kept,
            ngettext(
                "%(count)s that somebody had decided about still names it",
                "%(count)s that somebody had decided about still name it",
                followed.kept,
            ),
        ),
    )
    return [(count, words % {"count": f"{count:,}"}) for count, words in told if count]


def _narrowed(changelist: ChangeList) -> Iterator[str]:
    """Yield each filter that is on, with what it keeps, then the words searched for."""
    changelist.add_facets = False  # a choice is worded here, not counted
    known: set[str] = set()
    for spec in changelist.filter_specs:
        known.update(name for name in spec.expected_parameters() if name)
        if spec.used_parameters:
            yield f"{spec.title} {_kept(spec, changelist)}"
    for name, values in changelist.get_filters_params().items():
        if name not in known:
            yield f"{name.replace('__exact', '').replace('__', ' ')} {_list(values)}"
    if changelist.query:
        yield _("words “%(words)s”") % {"words": changelist.query}


def _kept(spec: Any, changelist: ChangeList) -> str:
    chosen = [str(choice["display"]) for choice in spec.choices(changelist) if choice.get("selected")]
    return _list(chosen or spec.used_parameters.values())


def _list(values: Iterable[Any]) -> str:
    each = [_list(value) if isinstance(value, (list, tuple)) else str(value) for value in values]
    return str(get_text_list(each, _("or")))
