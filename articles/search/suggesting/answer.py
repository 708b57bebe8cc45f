"""All that is offered to somebody who types, by kind, each with where choosing it leads.

Choosing a name or a topic searches for what it is in, beside all else that was asked; its own page is a second way. A
headline leads to its article. Behind by: and the like a name becomes the value of the field. The name of a field leads
nowhere yet: it is written into the box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from psycopg import errors

from articles.search.address import Address
from articles.search.field_names import NAMED
from articles.search.kinds import KINDS
from articles.search.suggesting.fields import fields
from articles.search.suggesting.headlines import headlines
from articles.search.suggesting.lines import Lines
from articles.search.suggesting.names import ALIKE, names
from articles.search.suggesting.suggestion import Group, Suggestion
from articles.search.suggesting.topics import topics
from articles.search.suggesting.unfinished import Unfinished, unfinished

MOST: Final = 10
_SHARE: Final = 4  # a statement here has this part of the time that one of a page has
# No table is read as a whole. Of words that are frequent, but not in headlines, the planner hopes to meet some soon.
_LIMITS: Final = """
SELECT set_config('statement_timeout', %s, true), set_config('pg_trgm.word_similarity_threshold', %s, true),
       set_config('enable_seqscan', 'off', true)
"""
_LABELS: Final[dict[str, str | Promise]] = {
    "fields": gettext_lazy("Fields"),
    "names": gettext_lazy("Names"),
    "topics": gettext_lazy("Topics"),
    "headlines": gettext_lazy("Headlines"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    typed: str
    groups: list[Group]

    @property
    def told(self) -> str:
        """How many there are, for those who do not see the list."""
        count = sum(len(group.suggestions) for group in self.groups)
        if not count:
            return _("No suggestions.")
        return ngettext("%(count)d suggestion.", "%(count)d suggestions.", count) % {"count": count}


def suggest(params: QueryDict) -> Answer:
    """Return what the words at the end of `q` may become, ten things at most; what else was asked is kept."""
    typed = params.get("q", "")
    end = unfinished(typed)
    found = _in_time(_groups(end, Lines(end=end, address=_kept(params)))) if end.words or end.field else []
    return Answer(typed=typed, groups=found)


def _kept(params: QueryDict) -> Address:
    known = {name for kind in KINDS.values() for name in kind.asked.base_filters} | {"notes", "match", "sort", "kind"}
    # What a name is in is never asked of names.
    return Address.read(params, known - {"q"}).minus("kind", "entities")


def _groups(end: Unfinished, lines: Lines) -> Iterator[Group]:
    """Yield the groups that are not empty; each is looked for when it is asked for."""
    finds: dict[str, Callable[[int], Iterable[Suggestion | None]]] = {
        "fields": lambda _left: map(lines.field, fields(end)),
        "names": lambda _left: map(lines.name, names(end)),
        "topics": lambda _left: map(lines.topic, topics(end)),
        "headlines": lambda left: map(lines.headline, headlines(end, most=left)),
    }
    left = MOST
    for kind in _asked_for(end):
        found = [one for one in finds[kind](left) if one][:left]
        left -= len(found)
        if found:
            yield Group(kind=kind, label=str(_LABELS[kind]), suggestions=found)


def _asked_for(end: Unfinished) -> Iterable[str]:
    if end.field is None:
        return _LABELS
    if end.field == "topic":
        return ("topics",)
    return ("names",) if end.field in NAMED else ()


def _in_time(groups: Iterator[Group]) -> list[Group]:
    """Return what is found before a statement runs out of time: who types is not kept waiting."""
    found = list[Group]()
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(_LIMITS, [str(settings.STATEMENT_TIMEOUT_MS // _SHARE), str(ALIKE)])
            for group in groups:
                found.append(group)
            transaction.set_rollback(True)  # gives the limits back, inside of another transaction too
    except OperationalError as error:
        if not isinstance(error.__cause__, errors.QueryCanceled):
            raise
    return found
