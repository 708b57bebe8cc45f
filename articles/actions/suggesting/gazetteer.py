"""The names on which the rules may rely: of those whom editors have confirmed somewhere, or named by hand."""

from __future__ import annotations

from typing import cast, get_args

from django.db.models import Exists, OuterRef, Q

from articles.actions.suggesting.name_forms import is_one_word
from articles.extraction.findings import Kind
from articles.extraction.known import Known, KnownName
from articles.models import Entity, EntityName, Mention, Quote, Status

_KINDS = frozenset(get_args(Kind))


def gazetteer() -> Known:
    """Return every name of who stands in a confirmed mention or quote, and every name that somebody has added.

    What the rules have added themselves, and nobody has looked at, teaches them nothing. Nor does the one word by which
    an article calls somebody of whom no fuller name is known: another article means another one by it, until somebody
    gives that name by hand.
    """
    mentioned = Mention.objects.filter(entity=OuterRef("entity"), status=Status.CONFIRMED)
    quoted = Quote.objects.filter(speaker=OuterRef("entity"), status=Status.CONFIRMED)
    names = EntityName.objects.filter(
        Q(basis__in=EntityName.BY_HAND) | Exists(mentioned) | Exists(quoted),
        entity__merged_into=None,
        entity__kind__in=_KINDS,
    )
    rows = names.order_by("entity", "pk").values_list("name", "entity__name", "entity__kind", "basis")
    return Known.of(
        KnownName(written=written, name=name, kind=cast(Kind, kind))
        for written, name, kind, basis in rows
        if basis in EntityName.BY_HAND or kind != Entity.Kind.PERSON or not is_one_word(name)
    )
