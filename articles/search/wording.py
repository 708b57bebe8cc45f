"""How conditions are said: in a few words on a chip, and as a part of the sentence above the results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.dateformat import format as format_day
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from articles.models import Entity, Quote, Series
from articles.search.topics import Branch
from articles.text.dates import FuzzyDate

Words = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One value of a parameter as readers know it."""

    value: str  # as it stands in the address
    label: str
    lang: str = ""  # BCP 47, where the label has a language of its own
    cleaned: Any = None  # what the form made of the value


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Patterns with %(value)s, `phrase` for several values at once; a callable asks the other values."""

    chip: Callable[[Mapping[str, Any]], Words]
    phrase: Callable[[Mapping[str, Any]], Words]
    between: Callable[[Mapping[str, Any]], Words]  # joins several values


def _always(words: Words) -> Callable[[Mapping[str, Any]], Words]:
    return lambda _values: words


def _wording(chip: Words, phrase: Words, *, any_of: bool = False) -> Wording:
    return Wording(chip=_always(chip), phrase=_always(phrase), between=_always(_("or") if any_of else _("and")))


# Of a date of this kind: from a day on, up to a day, between two, within one.
_DAYS: Final = {
    "published": (
        _("published from %(first)s"),
        _("published until %(last)s"),
        _("published %(first)s to %(last)s"),
        _("published %(first)s"),
    ),
    "said": (
        _("said from %(first)s"),
        _("said until %(last)s"),
        _("said %(first)s to %(last)s"),
        _("said %(first)s"),
    ),
    "happened": (
        _("telling what happened from %(first)s"),
        _("telling what happened until %(last)s"),
        _("telling what happened %(first)s to %(last)s"),
        _("telling what happened %(first)s"),
    ),
    "as_of": (
        _("as of %(first)s or later"),
        _("as of %(last)s or earlier"),
        _("as of %(first)s to %(last)s"),
        _("as of %(first)s"),
    ),
}


def days_in_words(days: str, first: FuzzyDate | None, last: FuzzyDate | None) -> str:
    """Return the words for the days asked for, of which one at least is given; `days` is a key of _DAYS."""
    since, until, between, within = _DAYS[days]
    names = {"first": first and _day(first), "last": last and _day(last)}
    if first is None or last is None:
        return str(since if first else until) % names
    return str(within if first == last else between) % names


def _day(day: FuzzyDate) -> str:
    """Return a year, month or day in the reader's language; what is more than that as it was typed."""
    if day.latest is None or not day.edtf.replace("-", "").isdigit():
        return day.edtf
    return format_day(day.earliest, {4: "Y", 7: "F Y"}.get(len(day.edtf), "j F Y"))


def _reviewed(values: Mapping[str, Any]) -> Words:
    return _("reviewed") if values["reviewed"] == "yes" else _("not reviewed yet")


_REVIEWED: Final = Wording(chip=_reviewed, phrase=_reviewed, between=_always(""))
_ACTOR: Final = Wording(
    chip=_always("%(value)s"),
    phrase=_always(_("naming %(value)s")),
    between=lambda values: _("or") if values["actor_match"] == "any" else _("and"),
)

_PLACE: Final = Wording(
    chip=_always("%(value)s"),
    phrase=_always(_("naming the place %(value)s")),
    between=lambda values: _("or") if values["place_match"] == "any" else _("and"),
)

# In the order of the sentence.
WORDINGS: Final[dict[str, Wording]] = {
    "number": _wording(_("the number %(value)s"), _("with the number %(value)s")),
    "type": _wording("%(value)s", "%(value)s", any_of=True),
    "kind": _wording("%(value)s", _("that are a %(value)s"), any_of=True),
    "said_by": _wording(_("said by %(value)s"), _("said by %(value)s"), any_of=True),
    "to_whom": _wording(_("said to %(value)s"), _("said to %(value)s"), any_of=True),
    "about": _wording(_("about %(value)s"), _("about %(value)s"), any_of=True),
    "relay": _wording(_("relayed by %(value)s"), _("relayed by %(value)s"), any_of=True),
    "stated_by": _wording(_("stated by %(value)s"), _("stated by %(value)s"), any_of=True),
    "unit": _wording(_("counted in %(value)s"), _("counted in %(value)s"), any_of=True),
    "series": _wording(_("series %(value)s"), _("in the series %(value)s"), any_of=True),
    "actor": _ACTOR,
    "not_actor": _wording(_("not %(value)s"), _("not naming %(value)s"), any_of=True),
    "place": _PLACE,
    "not_place": _wording(_("not %(value)s"), _("not naming the place %(value)s"), any_of=True),
    "topic": _wording(_("topic %(value)s"), _("on %(value)s")),
    "not_topic": _wording(_("not on %(value)s"), _("not on %(value)s"), any_of=True),
    "publisher": _wording(_("from %(value)s"), _("from %(value)s"), any_of=True),
    "not_publisher": _wording(_("not from %(value)s"), _("not from %(value)s"), any_of=True),
    "has": _wording(_("with %(value)s"), _("with %(value)s")),
    "language": _wording(_("in %(value)s"), _("in %(value)s"), any_of=True),
    "reviewed": _REVIEWED,
}


_HELD: Final = {"quotes": _("quotes"), "figures": _("figures")}


def named(parameter: str, cleaned: Any, typed: str) -> list[Named]:
    """Return the values of a parameter with their names; of one that takes a single value, what was typed."""
    if not isinstance(cleaned, list):
        return [Named(value=typed, label=typed, cleaned=cleaned)]
    return [_named(parameter, one) for one in cleaned]


def _named(parameter: str, one: Any) -> Named:
    if isinstance(one, Branch):
        topic = one.topic
        return Named(value=topic.slug, label=topic.label, lang=topic.label_language, cleaned=one)
    if isinstance(one, (Entity, Series)):
        return Named(value=one.slug, label=one.name, cleaned=one)
    return Named(value=one, label=value_label(parameter, one), cleaned=one)


def value_label(parameter: str, value: str) -> str:
    """Return the words for a value that is no row of its own."""
    if parameter == "language":
        return language_name(value)
    if parameter == "type":
        return str(Quote.Type(value).label)
    if parameter == "has":
        return str(_HELD[value])
    if parameter == "kind":
        return str(Entity.Kind(value).label)
    return value


def language_name(tag: str) -> str:
    """Return the name of a language in the reader's; the tag itself where Django knows none."""
    try:
        return str(get_language_info(tag.lower())["name_translated"])
    except KeyError:
        return tag
