"""How the archive writes its dates, figures, names and marked words: formatting only, no queries."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from django import template
from django.forms.utils import flatatt
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from articles.models import Anchor, Approximation, Article, Entity, Fact, Quote, Statistic
from articles.models.fact import shown_statuses
from articles.reading import days, quotations
from articles.reading.segments import Node, Piece
from articles.search import wording
from articles.search.counts import Count
from articles.text.dates import FuzzyDate

register = template.Library()

# Persons are told by what was counted; every other unit not named here is printed as it is.
_UNITS: Final[dict[str, str | Promise]] = {
    "": "",
    "person": "",
    "percent": "%",
    "day": ngettext_lazy("day", "days", "count"),
    "week": ngettext_lazy("week", "weeks", "count"),
    "month": ngettext_lazy("month", "months", "count"),
    "year": ngettext_lazy("year", "years", "count"),
    "hour": ngettext_lazy("hour", "hours", "count"),
    "minute": ngettext_lazy("minute", "minutes", "count"),
    "second": ngettext_lazy("second", "seconds", "count"),
}


@register.simple_tag
def when(day: FuzzyDate | None, *, doubt: bool = False, link: bool = False, **style: bool) -> str:
    """Write a date in the reader's language; nothing for None.

    `doubt` adds the word where the day is uncertain, `link` leads to the page of the day, month or year.
    `style` is `short` (6 Dec 2023), `weekday` or `between`, as in days.in_words().
    """
    if day is None:
        return ""
    words: str = days.in_words(day, **style)
    if day.is_day:
        words = format_html('<time datetime="{}">{}</time>', day.earliest.isoformat(), words)
    if link and (page := days.page_of(day)):
        words = format_html('<a href="{}">{}</a>', page, words)
    if not day.uncertain:
        return words
    doubted = format_html('<span class="date-doubt">{}</span>', words)
    return format_html(_("{date}, uncertain"), date=doubted) if doubt else doubted


@register.filter
def figure(value: Decimal | int | Count) -> str:
    """Write a number in the reader's language, without zeros that say nothing: 1,100 or 2.5, or 10,000+."""
    if isinstance(value, Count):
        return str(value)
    exact = Decimal(value)
    return str(number_format(f"{exact.normalize():f}", use_l10n=True, force_grouping=True))


_SHORT: Final = 14  # characters of a number that has room for its unit behind it in every margin


@register.simple_tag
def figure_of(statistic: Statistic, *, small: bool = False) -> SafeString:
    """Write a value with all that limits it: <b>883</b> of about 1,100.

    In tables (`small`) the value is as heavy as its cell and the words about it are in <small>.
    """
    light = "<small>{}</small>" if small else "{}"
    strong = "{}" if small else "<b>{}</b>"
    parts = [format_html(strong, _range(statistic))]
    if statistic.approximation != Approximation.EXACT:
        parts.insert(0, format_html(light, Approximation(statistic.approximation).label))
    if unit := _unit(statistic):
        # A number and its unit do not part at the end of a line, but a long one fills a narrow margin alone.
        space = "\u00a0" if len(_range(statistic)) <= _SHORT else " "
        parts[-1] = format_html("{}{}{}", parts[-1], space, format_html(light, unit))
    if whole := _whole(statistic):
        parts.append(format_html(light, _("of %(whole)s") % {"whole": amount(whole)}))
    return format_html_join(" ", "{}", ((part,) for part in parts))


def _whole(statistic: Statistic) -> Statistic | None:
    whole = statistic.out_of
    return whole if whole is not None and whole.status in shown_statuses() else None


def _range(statistic: Statistic) -> str:
    if statistic.value_to is None:
        return figure(statistic.value)
    return f"{figure(statistic.value)}–{figure(statistic.value_to)}"


def _unit(statistic: Statistic) -> str:
    unit = _UNITS.get(statistic.unit, statistic.unit)
    # Plurals are chosen by whole numbers; 2.5 takes the form of many.
    count = 1 if (statistic.value_to or statistic.value) == 1 else 2
    return str(unit % {"count": count}) if isinstance(unit, Promise) else unit


@register.filter
def amount(statistic: Statistic) -> str:
    """Write a value in plain words with its approximation and unit: about 1,100; more than 5 days."""
    approximation = "" if statistic.approximation == Approximation.EXACT else statistic.get_approximation_display()
    return " ".join(part for part in (approximation, _range(statistic), _unit(statistic)) if part)


@register.simple_tag
def state(fact: Fact) -> SafeString:
    """Say whether anyone has checked it, always with the word."""
    css = "unreviewed" if fact.unreviewed else "reviewed"
    return format_html('<span class="state {}">{}</span>', css, fact.get_status_display())


@register.simple_tag
def entity_link(entity: Entity | None, *, css: str = "") -> str:
    """Write a name, as a link where it has a page, as EntityQuerySet.tell_pages() found; nothing for None."""
    if entity is None:
        return ""
    if entity.listed and entity.merged_into_id is None and entity.has_page is not False:
        return format_html("<a{}>{}</a>", flatatt({"class": css or None, "href": entity.get_absolute_url()}), entity)
    return format_html("<span{}>{}</span>", flatatt({"class": css}), entity) if css else str(entity)


@register.simple_tag
def quote_words(quote: Quote) -> SafeString:
    """Write the words of a quote loaded with for_cards(): its marks as printed, each figure a link to its page."""
    return marked(quotations.words_of(quote))


@register.simple_tag
def marked(nodes: Iterable[Node], *, in_link: bool = False) -> SafeString:
    """Write marked text; a link inside another becomes plain, for HTML knows no links in links."""
    parts = (node if isinstance(node, str) else _piece(node, in_link=in_link) for node in nodes)
    return format_html_join("", "{}", ((part,) for part in parts))


def _piece(piece: Piece, *, in_link: bool) -> SafeString:
    mark = piece.mark
    is_link = bool(mark.href) and not in_link
    attributes = {
        "id": mark.ident if mark.ident and piece.first else None,
        "class": mark.css or None,
        "href": mark.href if is_link else None,
    }
    tag = "a" if is_link else mark.tag
    inside = marked(piece.inside, in_link=in_link or is_link)
    element = format_html("<{}{}>{}</{}>", tag, flatatt(attributes), inside, tag)
    if mark.ref is None or not piece.last or in_link:
        return element
    return format_html(
        '{}<a class="ref" href="#q{}"><span class="vh">{} </span>{}</a>', element, mark.ref, _("Quote"), mark.ref
    )


@register.filter
def in_language(tag: str) -> str:
    """Write the name of a language in the reader's: Russian for ru; the tag itself where none is known."""
    return wording.language_name(tag)


@register.filter
def outward(url: str) -> str:
    """Write the address of another site: a link where it is of the web, else as it came."""
    if not url.startswith(("https://", "http://")):
        return url
    return format_html('<a href="{}" rel="noreferrer">{}</a>', url, url)


@register.filter
def address(article: Article, anchor: Anchor) -> str:
    """Write the address of words of an article; they may stand in an earlier text of it."""
    return quotations.address_of(anchor, article)


@register.filter
def printed_speaker(quote: Quote) -> str:
    """Write how the article prints a speaker who is not known; "" where it does not, or the speaker is known.

    Needs the anchors of the quote as reading.quotations.anchors_of() does.
    """
    return "" if quote.speaker_id else ", ".join(quotations.speaker_words(quote))


@register.filter
def words_address(fact: quotations.Worded) -> str:
    """Write the address of the words that a quote, printing, mention or date rests on.

    Needs its anchors as reading.quotations.anchors_of() does, and its article with its current version.
    """
    anchor = quotations.leading_anchor(fact)
    return quotations.address_of(anchor, fact.article) if anchor else str(fact.article.get_absolute_url())


@register.filter
def lost_since(fact: quotations.Worded) -> int | None:
    """Return the number of the first text without the words of a fact; needs what words_address needs."""
    anchor = quotations.leading_anchor(fact)
    return quotations.lost_since(anchor, fact.article) if anchor else None


@register.filter
def gone_from(anchor: Anchor, article: Article) -> int | None:
    """Return the number of the first text of an article without these words of it."""
    return quotations.lost_since(anchor, article)
