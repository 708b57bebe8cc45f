"""A name that is rejected speaks no more: it is taken out of what the rules made of it in the same article.

Quotes and figures that nobody has decided about lose it at once as speaker, addressee, step of the way or source, as
they would at the next reading; the printed words stay. What somebody decided about is left, and told. Each record has a
decision of its own, "unname", and gets the name back ("name_again") when the rejection is taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Q

from articles.actions import log
from articles.actions.index import refresh_quotes, refresh_statistics
from articles.actions.naming_again import name_again
from articles.actions.quotes import MOUTHS
from articles.actions.snapshots import columns
from articles.actions.suggesting.standing import no_names
from articles.models import Fact, Mention, Printing, Quote, RelayHop, Statistic, Status

Row = dict[str, Any]  # of a table, as the log holds it
_Named = Mapping[int, Collection[int]]  # article -> entities
_COLUMNS: Final = ("speaker", "addressee")
_LIVE: Final = (Status.SUGGESTED, Status.CONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """How many quotes and figures followed a decision about names, and how many were not to be touched."""

    unnamed: int = 0  # have no speaker or source any more
    named_again: int = 0  # have the one again whom they had lost
    kept: int = 0  # name a rejected one still, for somebody has decided about them
    # Which these are, as table and key: two batches of names may both rest in the same quote, which counts once.
    which: frozenset[tuple[str, int]] = field(default=frozenset(), compare=False, repr=False)

    def __add__(self, other: Followed) -> Followed:
        return Followed(
            unnamed=self.unnamed + other.unnamed,
            named_again=self.named_again + other.named_again,
            kept=self.kept + other.kept - len(self.which & other.which),
            which=self.which | other.which,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """What rests on names that are about to be rejected."""

    quotes: int = 0  # that would have no speaker any more
    figures: int = 0  # that would have no source any more
    kept: Sequence[Fact] = field(default=())  # quotes and figures that would stay, for somebody has decided about them


def follow(before: Mapping[int, str], *, by: User | None, reason: str = "") -> Followed:
    """Let quotes and figures follow a decision about mentions; `before` is the status that each had, by key.

    The caller is a writer in a transaction, and holds the articles.
    """
    now = dict(Mention.objects.filter(pk__in=before).values_list("pk", "status"))
    rejected = {key for key, status in now.items() if status == Status.REJECTED != before[key]}
    taken_back = {key for key, status in now.items() if status != Status.REJECTED == before[key]}
    followed = Followed()
    if rejected:
        followed += _unname(_nameless(rejected), by=by, reason=reason)
    if taken_back:
        followed += Followed(named_again=name_again(taken_back, by=by, reason=reason))
    return followed


def resting_on(mentions: Any) -> Resting:
    """Return what rejecting some mentions, rows or keys, would do to the quotes and figures of their articles."""
    nameless = _nameless(mentions)
    if not nameless:
        return Resting()
    quotes, figures = _spoken(nameless), _stated(nameless)
    ours = set(log.undecided(_rows(Quote, quotes)).values_list("pk", flat=True))
    free = _free(_rows(Statistic, figures), nameless)
    kept = [one for one in quotes if one.pk not in ours], [one for one in figures if one.pk not in free]
    return Resting(quotes=len(ours), figures=len(free), kept=(*kept[0], *kept[1]))


def _nameless(mentions: Any) -> _Named:
    """Return who is named in an article no more once these mentions are rejected: nowhere in it, or in none at all."""
    rows = Mention.objects.filter(pk__in=mentions).order_by()
    same = Mention.objects.filter(article=OuterRef("article"), entity=OuterRef("entity"))
    others = same.exclude(status=Status.REJECTED).exclude(pk__in=mentions)
    pairs = set(rows.values_list("article", "entity"))
    gone = set(rows.filter(~Exists(others)).values_list("article", "entity"))
    nobody = no_names({entity for _article, entity in pairs}, without=mentions)
    found: dict[int, set[int]] = defaultdict(set)
    for article, entity in pairs:
        if entity in nobody or (article, entity) in gone:
            found[article].add(entity)
    return found


def _everybody(nameless: _Named) -> set[int]:
    return {entity for entities in nameless.values() for entity in entities}


def _spoken(nameless: _Named) -> list[Quote]:
    rows = Quote.objects.filter(article__in=nameless, speaker__in=_everybody(nameless), status__in=_LIVE)
    rows = rows.select_related("article__current").defer("article__current__body").order_by("pk")
    return [one for one in rows if one.speaker_id in nameless[one.article_id]]


def _stated(nameless: _Named) -> list[Statistic]:
    printed = Printing.objects.filter(article__in=nameless, statistic=OuterRef("pk")).order_by()
    rows = Statistic.objects.filter(Exists(printed), stated_by__in=_everybody(nameless), status__in=_LIVE)
    where = Printing.objects.filter(statistic__in=rows.values("pk"), article__in=nameless)
    here = set(where.values_list("statistic", "article"))
    of_figure: dict[int, set[int]] = defaultdict(set)
    for statistic, article in here:
        of_figure[statistic] |= set(nameless[article])
    return [one for one in rows.order_by("pk") if one.stated_by_id in of_figure[one.pk]]


def _free(figures: Any, nameless: _Named) -> set[int]:
    """Return which figures the rules have made alone, with all their printings, in articles that do not name them.

    A figure in a quote that keeps its speaker has that source at the next reading too, and keeps it.
    """
    keys = set(log.undecided(figures).values_list("pk", flat=True))
    printings = Printing.objects.filter(statistic__in=keys)
    ours = set(log.undecided(printings).values_list("pk", flat=True))
    quotes = Quote.objects.filter(printings__in=printings, speaker=F("printings__statistic__stated_by"))
    held = set(quotes.values_list("pk", flat=True)) - set(log.undecided(quotes).values_list("pk", flat=True))
    columns_of = ("pk", "statistic", "article", "quote", "statistic__stated_by")
    for key, statistic, article, quote, stated_by in printings.values_list(*columns_of):
        if key not in ours or quote in held or stated_by not in nameless.get(article, ()):
            keys.discard(statistic)
    return keys


def _unname(nameless: _Named, *, by: User | None, reason: str) -> Followed:
    if not nameless:
        return Followed()
    told: dict[str, Any] = {"by": by, "reason": reason}
    unnamed = _unname_quotes(nameless, **told) + _unname_figures(nameless, **told)
    kept: list[Fact] = [*_spoken(nameless), *_stated(nameless)]
    which = frozenset((one._meta.model_name or "", one.pk) for one in kept)
    return Followed(unnamed=unnamed, kept=len(which), which=which)


def _unname_quotes(nameless: _Named, **told: Any) -> int:
    everybody = _everybody(nameless)
    way = RelayHop.objects.filter(quote=OuterRef("pk"), agent__in=everybody)
    naming = Q(speaker__in=everybody) | Q(addressee__in=everybody) | Exists(way)
    rows = log.undecided(Quote.objects.filter(naming, article__in=nameless))
    quotes = list(rows.order_by("pk").select_for_update(of=("self",), no_key=True))
    ways = _ways(quotes)
    states = [(one, *_without(one, ways[one.pk], nameless[one.article_id])) for one in quotes]
    changes = [change for change in states if change[2]]
    for column in _COLUMNS:
        keys = [one.pk for one, before, _after in changes if column in before]
        Quote.objects.filter(pk__in=keys).update(**{column: None})
    _write_ways(changes)
    log.record_all(changes, "unname", **told)
    refresh_quotes(one.pk for one, _before, _after in changes)
    return sum("speaker" in before for _one, before, _after in changes)


def _unname_figures(nameless: _Named, **told: Any) -> int:
    keys = _free(_rows(Statistic, _stated(nameless)), nameless)
    figures = list(Statistic.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",), no_key=True))
    Statistic.objects.filter(pk__in=keys).update(stated_by=None)
    changes = [(one, {"stated_by": one.stated_by_id}, {"stated_by": None}) for one in figures]
    log.record_all(changes, "unname", **told)
    refresh_statistics(keys)
    return len(changes)


def _rows(table: type[Any], found: Iterable[Any]) -> Any:
    return table._default_manager.filter(pk__in=[one.pk for one in found])


def _ways(quotes: Iterable[Quote]) -> Mapping[int, list[Row]]:
    """Return the steps of quotes as a snapshot holds them."""
    found: dict[int, list[Row]] = defaultdict(list)
    names = [column.name for column in columns(RelayHop)]
    for row in RelayHop.objects.filter(quote__in=quotes).order_by("pk").values("id", *names):
        found[row["quote"]].append(row)
    return found


def _without(quote: Quote, way: list[Row], gone: Collection[int]) -> tuple[Row, Row]:
    """Return what changes in a quote that names nobody of `gone`, as it was and as it becomes."""
    before: Row = {name: key for name in _COLUMNS if (key := getattr(quote, f"{name}_id")) in gone}
    after: Row = dict.fromkeys(before)
    left = list(_way_without(way, gone))
    if left != way:
        before["hops"], after["hops"] = way, left
    return before, after


def _way_without(way: list[Row], gone: Collection[int]) -> Iterator[Row]:
    """Yield the steps without those whom nobody names: the mouth is not known then, and who passed it on is left out.

    The paper stays: that it printed the words is no matter of names in its text.
    """
    first = min((step["position"] for step in way), default=0)
    for step in way:
        if step["agent"] not in gone or step["role"] == RelayHop.Role.PUBLISHER:
            yield step
        elif step["position"] == first and step["role"] in MOUTHS:
            yield {**step, "agent": None, "stated": False, "evidence": None}


def _write_ways(changes: Sequence[tuple[Quote, Row, Row]]) -> None:
    had = [step["id"] for _one, before, _after in changes for step in before.get("hops", ())]
    left = [step for _one, _before, after in changes for step in after.get("hops", ())]
    RelayHop.objects.filter(pk__in=set(had) - {step["id"] for step in left}).delete()
    mute = [step["id"] for step in left if step["agent"] is None]
    RelayHop.objects.filter(pk__in=mute).update(agent=None, stated=False, evidence=None)
