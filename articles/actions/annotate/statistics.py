"""Statistics of an annotations file: claims, their printings, their links and series."""

from __future__ import annotations

from decimal import Decimal

from articles.actions.annotate.loading import Loading
from articles.actions.annotate.reading import Item
from articles.actions.statistics import add_to_series
from articles.models import Anchor, Approximation, Printing, Series, Statistic, StatisticLink, fuzzy
from articles.text.names import display_gloss

Role = Anchor.Role
SPANS = (
    ("phrase", Role.PHRASE),
    ("population_span", Role.POPULATION),
    ("qualifier_span", Role.QUALIFIER),
    ("period_span", Role.PERIOD),
    ("as_of_span", Role.AS_OF),
    ("volatile_span", Role.VOLATILE),
)
# A part of a whole is a subset by another name; what is merely consistent links nothing.
LINKS = {
    "different_scope": StatisticLink.Type.DIFFERENT_SCOPE,
    "subset_of": StatisticLink.Type.SUBSET_OF,
    "part_of": StatisticLink.Type.SUBSET_OF,
    "supersedes": StatisticLink.Type.SUPERSEDES,
    "contradicts": StatisticLink.Type.CONTRADICTS,
}


def load(loading: Loading) -> None:
    """Add claims before what points to them: denominators, printings, links, series."""
    statistics = loading.document.items["statistics"]
    for claim in statistics["claims"]:
        loading.place = f"statistics/claims {claim.get('id')}"
        loading.statistics[claim["id"]] = _claim(loading, claim)
    for claim in statistics["claims"]:
        if claim.get("denominator"):
            statistic = loading.statistics[claim["id"]]
            statistic.out_of = loading.statistics[claim["denominator"]]
            statistic.save(update_fields=["out_of"])
    for mention in statistics["mentions"]:
        loading.place = f"statistics/mentions {mention.get('id')}"
        _printing(loading, mention)
    for relation in statistics.get("relations", []):
        _link(loading, relation)
    for series in statistics.get("series", []):
        loading.place = f"statistics/series {series.get('id')}"
        _series(loading, series)


def _claim(loading: Loading, item: Item) -> Statistic:
    scope = item.get("scope", {})
    since, _, until = item.get("period_edtf", "").partition("/")
    place = f"statistics {item['id']}"
    statistic = Statistic(
        measure=item["measure"],
        value=Decimal(str(item["value"])),
        approximation=Approximation.ABOUT if item.get("approximate") else Approximation.EXACT,
        unit=item["unit"],
        population=loading.document.readable(scope.get("population", "")),
        place=loading.entity(scope.get("place") or scope.get("from_place")),
        as_of_basis=loading.readable(item, "as_of_basis"),
        stated_by=loading.entity(item.get("stated_by")),
        volatile=item.get("volatile", False),
        note=loading.readable(item, "check"),
        **fuzzy.columns("as_of", loading.date(item.get("as_of") or until, place)),
        **fuzzy.columns("since", loading.date(item.get("since") or since, place)),
        **loading.stamp(item),
    )
    loading.fact(statistic)
    return statistic


def _printing(loading: Loading, item: Item) -> None:
    printing = Printing(
        article=loading.article,
        statistic=loading.statistics[item["claim"]],
        quote=loading.quotes.get(item.get("quote") or ""),
        approximation=Approximation.ABOUT if item.get("approximate") else Approximation.EXACT,
        population=item.get("population_span", {}).get("text") or item.get("population_as_printed", ""),
        note=loading.readable(item, "approximate_note", "note"),
        **loading.stamp(item),
    )
    loading.fact(printing)
    loading.printings[item["id"]] = printing
    loading.anchor(item["number"]["span"], Role.NUMBER, printing=printing)
    for key, role in SPANS:
        loading.anchor(item.get(key), role, printing=printing)


def _link(loading: Loading, item: Item) -> None:
    if item["type"] == "restates":
        # One statistic with more printings already says so; what the second wording changed is its note.
        printing = loading.printings[item["a"]]
        printing.note = ". ".join(filter(None, (printing.note, loading.readable(item, "note"))))
        printing.save(update_fields=["note"])
    elif item["type"] in LINKS:
        link = StatisticLink(
            from_statistic=loading.statistics[item["a"]],
            to_statistic=loading.statistics[item["b"]],
            type=LINKS[item["type"]],
            stated=item.get("stated", False),
            reason=loading.readable(item, "note"),
            **loading.stamp(item),
        )
        loading.fact(link)


def _series(loading: Loading, item: Item) -> None:
    """Add a series with the points that this article prints; its scope is that of the first of them."""
    claims = [loading.statistics[point["src"]] for point in item["points"] if point["src"] in loading.statistics]
    name, _ = display_gloss(item["name"])
    unit, population, place_id = claims[0].scope
    series, _ = Series.objects.get_or_create(
        slug=item["id"].removeprefix("series:"),
        defaults={"name": name, "unit": unit, "population": population, "place_id": place_id},
    )
    loading.series[item["id"]] = series
    for claim in claims:
        add_to_series(claim, series, by=loading.editor)
