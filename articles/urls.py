"""Every public address, in reading order. An address that worked goes on working."""

from django.urls import path, register_converter

from articles.views import (
    articles,
    dates,
    entities,
    exports,
    feeds,
    home,
    pages,
    quotes,
    search,
    search_filters,
    statistics,
    suggest,
    topics,
)
from articles.views.search_advanced import search_advanced


class KeyConverter:
    """A primary key: no longer than what a bigint holds."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class DigitsConverter(KeyConverter):
    """Two digits, as in months and days; 00 is left to the view, which says that there is no such day."""

    regex = "[0-9]{2}"

    def to_url(self, value: int) -> str:
        return f"{value:02}"


class YearConverter(KeyConverter):
    regex = "[0-9]{4}"

    def to_url(self, value: int) -> str:
        return f"{value:04}"


register_converter(KeyConverter, "key")
register_converter(DigitsConverter, "mm")
register_converter(DigitsConverter, "dd")
register_converter(YearConverter, "yyyy")

app_name = "articles"
urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/filters/", search_filters.filters, name="search_filters"),
    path("search/filters/<slug:facet>/", search_filters.filter_values, name="search_filter_values"),
    path("search/advanced/", search_advanced, name="search_advanced"),
    path("search/suggest/", suggest.suggestions, name="suggest"),
    path("search.json", exports.search_json, name="search_json"),
    path("search.csv", exports.search_csv, name="search_csv"),
    path("search.atom", feeds.search_atom, name="search_atom"),
    path("search.feed.json", feeds.search_json_feed, name="search_json_feed"),
    path("articles/", articles.article_list, name="article_list"),
    path("articles/<key:pk>/", articles.article_redirect, name="article_redirect"),
    path("articles/<key:pk>/source/", articles.article_source, name="article_source"),
    path("articles/<key:pk>/v/<key:number>/", articles.article_version, name="article_version"),
    path("articles/<key:pk>/<slug:slug>/", articles.article_detail, name="article_detail"),
    path("people/", entities.person_list, name="person_list"),
    path("people/<slug:slug>/", entities.person_detail, name="person_detail"),
    path("organisations/", entities.organisation_list, name="organisation_list"),
    path("organisations/<slug:slug>/", entities.organisation_detail, name="organisation_detail"),
    path("places/", entities.place_list, name="place_list"),
    path("places/<slug:slug>/", entities.place_detail, name="place_detail"),
    path("quotes/", quotes.quote_list, name="quote_list"),
    path("quotes/filters/", search_filters.filters, {"kind": "quotes"}, name="quote_filters"),
    path("quotes/filters/<slug:facet>/", search_filters.filter_values, {"kind": "quotes"}, name="quote_filter_values"),
    path("quotes/<key:pk>/", quotes.quote_detail, name="quote_detail"),
    path("statistics/", statistics.statistic_list, name="statistic_list"),
    path("statistics/filters/", search_filters.filters, {"kind": "statistics"}, name="statistic_filters"),
    path(
        "statistics/filters/<slug:facet>/",
        search_filters.filter_values,
        {"kind": "statistics"},
        name="statistic_filter_values",
    ),
    path("statistics/<key:pk>/", statistics.statistic_detail, name="statistic_detail"),
    path("series/", statistics.series_list, name="series_list"),
    path("series/<slug:slug>/", statistics.series_detail, name="series_detail"),
    path("events/<key:pk>/", dates.event_detail, name="event_detail"),
    path("topics/", topics.topic_list, name="topic_list"),
    path("topics/<slug:slug>/", topics.topic_detail, name="topic_detail"),
    path("dates/", dates.date_list, name="date_list"),
    path("about/", pages.about, name="about"),
    path("help/", pages.help_page, name="help"),
    path("<yyyy:year>/", dates.year, name="year"),
    path("<yyyy:year>/<mm:month>/", dates.month, name="month"),
    path("<yyyy:year>/<mm:month>/<dd:day>/", dates.day, name="day"),
]
