"""Sites: whose a host is, and which part of the site it names. `news.detik.com` is the part "news" of detik.com.

There is no list of all suffixes here: what stands below a country's own second level (`co.id`) is a site, and else what
stands below the last label. Offices, schools and blogs have hosts of their own below a name that they share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_HOST: Final = re.compile(
    r"(?:https?://)?((?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,12})(?:[:/?#].{0,2000})?", re.IGNORECASE
)
# Behind which the words before are a host: "St.Petersburg" is none.
_GENERIC: Final = frozenset(("com", "net", "org", "info", "news", "tv", "co", "asia", "online", "biz"))
_COUNTRIES: Final = frozenset(
    (
        *("id", "my", "sg", "bn", "tl", "ph", "th", "vn", "la", "kh", "mm", "cn", "hk", "tw", "jp", "kr", "in", "pk"),
        *("bd", "lk", "au", "nz", "uk", "us", "ru", "de", "fr", "nl", "qa", "ae", "sa", "tr"),
    )
)
# Below these, each host is a body of its own: `dinkes.example.go.id` is no part of another one.
_OFFICES: Final = frozenset(("ac", "desa", "edu", "go", "gov", "mil", "ponpes", "sch"))
_SECOND: Final = _OFFICES | {"biz", "co", "com", "my", "ne", "net", "or", "org", "web"}
_BLOGS: Final = frozenset(("blogspot.com", "wordpress.com", "medium.com", "substack.com", "tumblr.com", "github.io"))
_DOORS: Final = frozenset(("www", "www2", "m", "amp", "mobile", "wap", "web", "id", "en"))  # to the whole site


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as somebody has printed it."""

    domain: str  # under which it is registered, in small letters; of a body below a shared name, its host
    name: str  # the domain without what many share, as printed: "REPUBLIKA" of REPUBLIKA.CO.ID
    part: str  # of the site, in small letters: "news" of news.detik.com; "" for the whole


def site_of(printed: str) -> Site | None:
    """Return the site that a host or an address names; None for words that name none."""
    found = _HOST.fullmatch(printed.strip())
    labels = found[1].split(".") if found else []
    small = [label.lower() for label in labels]
    shared = _shared(small)
    if not shared:
        return None
    before = labels[:-shared]
    while len(before) > 1 and before[0].lower() in _DOORS:
        del before[0]
    name = before if shared > 1 and small[-2] in _OFFICES else before[-1:]
    part = before[: -len(name)]
    return Site(
        domain=".".join((*name, *labels[-shared:])).lower(),
        name=".".join(name),
        part=part[-1].lower() if part else "",
    )


def _shared(labels: list[str]) -> int:
    """Return how many of the last labels many sites share; 0: these are no labels of a host."""
    if len(labels) > 2 and (".".join(labels[-2:]) in _BLOGS or (labels[-1] in _COUNTRIES and labels[-2] in _SECOND)):
        return 2
    return 1 if labels and labels[-1] in _COUNTRIES | _GENERIC else 0
