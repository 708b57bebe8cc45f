"""Every kind of page with an example from the first article. Crawler, axe, html5lib, CSP and leak tests walk it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from articles.models import Article, Event, Quote, Statistic


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page. `address` is asked once the sample is loaded."""

    url_name: str  # as in articles/urls.py, or in newsarchive/urls.py for what stands outside of languages
    address: Callable[[], str]
    note: str = ""  # tells apart several examples of one kind

    def __str__(self) -> str:
        return f"{self.url_name} {self.note}".strip()


def _first_article() -> Article:
    return Article.objects.without_notes().get()


def _note() -> Article:
    return Article.objects.filter(rights=Article.Rights.REFERENCE).earliest("pk")


def _article_page(name: str, *rest: object) -> Callable[[], str]:
    return lambda: reverse(f"articles:{name}", args=[_first_article().pk, *rest])


def _plain(name: str, *args: object, query: str = "") -> Callable[[], str]:
    return lambda: reverse(f"articles:{name}", args=args) + query


def _quote(number: int) -> Callable[[], str]:
    return lambda: Quote.objects.get(number=number).get_absolute_url()


PAGES = (
    Page("home", _plain("home")),
    Page("search", _plain("search")),
    Page("search", _plain("search", query="?q=evakuasi&from=2023-12&to=2023-12&actor=maria-zakharova"), "filtered"),
    Page("search", _plain("search", query="?q=tidakada"), "nothing found"),
    Page("search", _plain("search", query="?q=netanyau+yang"), "shown instead"),
    Page("search", _plain("search", query="?q=Rusia&kind=quotes"), "quotes"),
    Page("search", _plain("search", query="?q=Gaza&kind=statistics&notes=1"), "statistics"),
    Page("search", _plain("search", query="?q=Netanyahu&kind=entities"), "names"),
    Page("search_filters", _plain("search_filters")),
    Page(
        "search_filters",
        _plain("search_filters", query="?q=evakuasi&from=2023&to=2023&actor=maria-zakharova&not_publisher=tass"),
        "filtered",
    ),
    Page("search_filter_values", _plain("search_filter_values", "actor", query="?q=evakuasi&find=za")),
    Page("quote_filters", _plain("quote_filters", query="?said_by=maria-zakharova")),
    Page("quote_filter_values", _plain("quote_filter_values", "said_by", query="?order=name")),
    Page("statistic_filters", _plain("statistic_filters")),
    Page("statistic_filter_values", _plain("statistic_filter_values", "unit")),
    Page("suggest", _plain("suggest", query="?q=zakh")),
    Page("article_detail", lambda: _first_article().get_absolute_url()),
    Page("article_detail", lambda: _first_article().get_absolute_url() + "?q=evakuasi", "words marked"),
    Page("article_detail", lambda: _note().get_absolute_url(), "reference note"),
    Page("article_version", _article_page("article_version", 1)),
    Page("article_source", _article_page("article_source")),
    Page("person_list", _plain("person_list")),
    Page("person_detail", _plain("person_detail", "maria-zakharova")),
    Page("person_detail", _plain("person_detail", "vladimir-putin"), "without a direct quote"),
    Page("organisation_list", _plain("organisation_list")),
    Page("organisation_detail", _plain("organisation_detail", "tass")),
    Page("place_list", _plain("place_list")),
    Page("place_detail", _plain("place_detail", "jalur-gaza")),
    Page("quote_list", _plain("quote_list")),
    Page("quote_list", _plain("quote_list", query="?said_by=maria-zakharova&type=direct"), "filtered"),
    Page("quote_detail", _quote(2)),
    Page("quote_detail", _quote(3), "reported"),
    Page("quote_detail", _quote(6), "mixed"),
    Page("statistic_list", _plain("statistic_list")),
    Page("statistic_list", _plain("statistic_list", query="?number=1100"), "one number"),
    Page("statistic_detail", lambda: Statistic.objects.get(value=883).get_absolute_url()),
    Page("statistic_detail", lambda: Statistic.objects.get(value=1050).get_absolute_url(), "from a note"),
    Page("series_list", _plain("series_list")),
    Page("series_detail", _plain("series_detail", "ru-gaza-evacuated-total")),
    Page("series_detail", _plain("series_detail", "ru-gaza-applied"), "with another scope beside it"),
    Page("event_detail", lambda: Event.objects.get(happened="2023-12-10").get_absolute_url()),
    Page("topic_list", _plain("topic_list")),
    Page("topic_detail", _plain("topic_detail", "evakuasi-warga-rusia")),
    Page("date_list", _plain("date_list")),
    Page("year", _plain("year", 2023)),
    Page("month", _plain("month", 2023, 12)),
    Page("day", _plain("day", 2023, 12, 6)),
    Page("day", _plain("day", 2023, 12, 15), "date uncertain"),
    Page("day", _plain("day", 1999, 1, 1), "nothing on it"),
    Page("search_advanced", _plain("search_advanced", query="?q=evakuasi+by:zakharova+number:800..900")),
    Page("about", _plain("about")),
    Page("help", _plain("help")),
)

# Addresses that answer with something else than a page of the archive; each has tests of its own.
NO_PAGE = {
    "article_list": "redirects to the search",
    "article_redirect": "redirects to the article",
    "search_json": "for programs",
    "search_csv": "a table to take along",
    "search_atom": "for feed readers",
    "search_json_feed": "for feed readers",
    "healthz": "for machines",
    "robots": "for machines",
    "sitemap": "for machines",
    "sitemap_index": "for machines",
    "favicon": "redirects to the picture",
}


def url_names() -> set[str]:
    """Return the names of all addresses that the project defines itself, the admin's apart."""
    names: set[str] = set()
    waiting: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while waiting:
        pattern = waiting.pop()
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                waiting.extend(pattern.url_patterns)
        elif pattern.name:
            names.add(pattern.name)
    return names
