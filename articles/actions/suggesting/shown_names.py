"""Names that readers get to see with the article that prints them: what only drafts print is on no page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from articles.actions import log
from articles.actions.index import refresh_quotes
from articles.actions.snapshots import snapshot_of_new
from articles.actions.suggesting.entities import names_of, slugs_for
from articles.actions.suggesting.name_forms import is_one_word
from articles.actions.suggesting.standing import ADDED, unseen
from articles.extraction.findings import Named
from articles.models import Anchor, Entity, EntityName, Mention, Quote
from articles.text.names import name_key

_REASON: Final = "An article was published that names it so."
_NAMES: Final = (Mention.Form.FULL, Mention.Form.SHORT, Mention.Form.ALIAS)
_BATCH: Final = 1_000


@dataclass(slots=True, kw_only=True)
class _Printed:
    """What published articles print of somebody, in the order of their texts."""

    full: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)


def show_names(articles: Collection[int]) -> None:
    """Give those whom only drafts named until now the names that these articles print, which were just published.

    The caller is a writer in a transaction. What somebody decided about is left as it is.
    """
    mentions = Mention.objects.public().filter(article__in=articles)
    quotes = Quote.objects.public().filter(article__in=articles, speaker__isnull=False)
    named = {*mentions.values_list("entity", flat=True), *quotes.values_list("speaker", flat=True)}
    hidden = sorted(unseen(named, but_in=articles))
    for start in range(0, len(hidden), _BATCH):
        _show(hidden[start : start + _BATCH], articles)


def _show(entities: Sequence[int], articles: Collection[int]) -> None:
    printed = _printed_in(articles, entities)
    held = Entity.objects.filter(pk__in=entities).order_by("pk").select_for_update(no_key=True)
    rows: dict[int, list[EntityName]] = defaultdict(list)
    for row in EntityName.objects.filter(entity__in=entities).order_by("pk"):
        rows[row.entity_id].append(row)
    changes, added, kept, renamed = [], [], [], []
    for entity in held:
        before = snapshot_of_new(entity, names=rows[entity.pk])
        if _rename(entity, rows[entity.pk], printed[entity.pk]):
            renamed.append(entity)
            kept += [row for row in rows[entity.pk] if row.kind == EntityName.Kind.PREFERRED]
        known = {row.key for row in rows[entity.pk]}
        new = [row for row in names_of(entity, _named(entity, printed[entity.pk])) if row.key not in known]
        if new or entity in renamed:
            added += new
            changes.append((entity, before, new))
    Entity.objects.bulk_update(renamed, ["name", "slug", "sort_key", "gloss"])
    EntityName.objects.bulk_update(kept, ["name", "key"])
    EntityName.objects.bulk_create(added)
    log.record_all(
        [(one, before, snapshot_of_new(one, names=[*rows[one.pk], *new])) for one, before, new in changes],
        ADDED,
        by=None,
        reason=_REASON,
    )
    if renamed:
        refresh_quotes(set(Quote.objects.filter(speaker__in=renamed).values_list("pk", flat=True)))


def _printed_in(articles: Collection[int], entities: Collection[int]) -> dict[int, _Printed]:
    found: dict[int, _Printed] = defaultdict(_Printed)
    anchors = Anchor.objects.filter(
        mention__in=Mention.objects.public().filter(article__in=articles, entity__in=entities, form__in=_NAMES),
        role=Anchor.Role.NAME,
    ).order_by("pk")
    columns = ("mention__entity", "mention__form", "mention__printed_role", "exact")
    for entity, form, office, exact in anchors.values_list(*columns):
        one, words = found[entity], " ".join(exact.split())
        (one.full if form == Mention.Form.FULL else one.others).append(words)
        if office:
            one.offices.append(office)
    return found


def _rename(entity: Entity, names: Sequence[EntityName], printed: _Printed) -> bool:
    """Take the name and the office that these articles print, where they do not print those of the entity."""
    keys = {name_key(words) for words in (*printed.full, *printed.others)}
    had = (entity.name, entity.gloss)
    if keys and name_key(entity.name) not in keys:
        entity.name = max(printed.full or printed.others, key=len)
        entity.slug, entity.sort_key = slugs_for([entity.name])[0], name_key(entity.name)
        for row in names:
            if row.kind == EntityName.Kind.PREFERRED:
                row.name, row.key = entity.name, entity.sort_key
    if entity.gloss and entity.gloss not in printed.offices:
        entity.gloss = printed.offices[0] if printed.offices and is_one_word(entity.name) else ""
    return had != (entity.name, entity.gloss)


def _named(entity: Entity, printed: _Printed) -> Named:
    variants = tuple(dict.fromkeys((*printed.full, *printed.others)))
    return Named(kind=entity.kind, name=entity.name, variants=variants, printed=(), rule="", confidence=1.0)  # type: ignore[arg-type]
