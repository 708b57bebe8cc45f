"""Fields of a page, each from the best place that tells it: JSON-LD, OpenGraph and meta, microdata, the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from articles.importers.page_jsonld import Described, read_jsonld
from articles.importers.page_marks import Marks, read_marks, shown_text
from articles.importers.page_picture import Picture, read_picture
from articles.text.invisible import clean_name
from articles.text.normalise import fold, normalise_line

Found = tuple[str, str]  # a value and where it stands

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_SUFFIX: Final = re.compile(r"\s[-–—|:·»]+\s(?=[^-–—|:·»]{1,60}$)")
_CUT: Final = re.compile(r"\s?(?:\.\.\.|…)$")
_LANGUAGE: Final = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8}){0,3}")
_MOST_NAMES: Final = 30
_LONGEST_NAME: Final = 100
_LONGEST_LINE: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a page tells besides its body; "" when it does not."""

    headline: Found
    titles: frozenset[str]  # under which the page gives its headline, folded
    description: Found
    authors: tuple[str, ...]
    author_found: str
    section: Found
    language: Found
    url: Found
    publisher: Found
    topics: tuple[str, ...]
    topic_found: str
    actors: tuple[str, ...]
    picture: Picture
    described: Described = field(repr=False)
    marks: Marks = field(repr=False)


def read_fields(tree: HtmlElement, *, url: str = "") -> Fields:
    """Return the page's fields; `url` is where it was fetched, "" when nothing says."""
    described, marks = read_jsonld(tree), read_marks(tree)
    address = _first(_addresses(described, marks, url))
    publisher = _first(_publishers(described, marks, address[0]))
    authors, author_found = _first_names(_authors(described, marks))
    topics, topic_found = _first_names(_topics(described, marks))
    return Fields(
        headline=_headline(described, marks, publisher[0]),
        titles=frozenset(_titles(described, marks)),
        description=_first(_descriptions(described, marks)),
        authors=authors,
        author_found=author_found,
        section=_first(_sections(described, marks)),
        language=_first(_languages(described, marks)),
        url=address,
        publisher=publisher,
        topics=topics,
        topic_found=topic_found,
        actors=tuple(_names(described.actors())),
        picture=read_picture(described, tree),
        described=described,
        marks=marks,
    )


def clean(value: str) -> str:
    """Return a value as its readers see it: entities and tags resolved, one line, nothing invisible."""
    return normalise_line(clean_name(" ".join(_TAG.sub("", unescape(value)).split())).text)[:_LONGEST_LINE]


def _first(candidates: Iterable[Found]) -> Found:
    return next(((value, found) for raw, found in candidates if (value := clean(raw))), ("", ""))


def _headlines(described: Described, marks: Marks) -> Iterator[Found]:
    yield described.text("headline"), "JSON-LD headline"
    yield marks.first("og:title"), "OpenGraph og:title"
    yield marks.first("twitter:title"), "meta twitter:title"
    yield marks.item("headline"), "microdata headline"
    yield marks.h1, "h1"
    yield marks.title, "title"


def _headline(described: Described, marks: Marks, publisher: str) -> Found:
    """Return the headline without the site's name; the printed one where the machine's is cut off."""
    site = {fold(name) for name in (publisher, marks.first("og:site_name")) if name}
    headline, found = _first(_headlines(described, marks))
    printed = clean(marks.h1)
    if _CUT.search(headline) and printed.startswith(_CUT.sub("", headline)):
        return printed, f"h1; {found} is cut off"
    begins = _SUFFIX.split(headline)
    if len(begins) > 1 and (fold(begins[-1]) in site or fold(printed) == fold(_SUFFIX.split(headline)[0])):
        return headline[: len(headline) - len(begins[-1])].rstrip(" -–—|:·»"), found
    return headline, found


def _titles(described: Described, marks: Marks) -> Iterator[str]:
    """Yield the headline in each form in which a page may print it, with and without the site's name."""
    for value, _found in _headlines(described, marks):
        title = clean(value)
        yield from {fold(title), fold(_SUFFIX.split(title)[0])} - {""}


def _descriptions(described: Described, marks: Marks) -> Iterator[Found]:
    yield described.text("alternativeHeadline"), "JSON-LD alternativeHeadline"
    yield described.text("description"), "JSON-LD description"
    yield marks.first("og:description"), "OpenGraph og:description"
    yield marks.first("description"), "meta description"
    yield marks.item("alternativeHeadline", "description"), "microdata description"


def _authors(described: Described, marks: Marks) -> Iterator[tuple[list[str], str]]:
    yield described.names("author"), "JSON-LD author"
    named = [*marks.meta.get("author", ()), *marks.meta.get("article:author", ())]
    yield [name for name in named if "/" not in name], "meta author"
    yield marks.microdata.get("author", []), "microdata author"
    yield [shown_text(link) for link in marks.tree.xpath('//*[@rel="author"]')], 'link rel="author"'


def _sections(described: Described, marks: Marks) -> Iterator[Found]:
    yield described.text("articleSection"), "JSON-LD articleSection"
    yield marks.first("article:section", "section", "parsely-section"), "meta article:section"
    yield marks.item("articleSection"), "microdata articleSection"
    if len(described.breadcrumbs) > 2:  # the site, its section, this page
        yield described.breadcrumbs[-2], "JSON-LD BreadcrumbList"


def _languages(described: Described, marks: Marks) -> Iterator[Found]:
    candidates = (
        (
            str(marks.tree.get("lang") or marks.tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
            "html lang",
        ),
        (described.text("inLanguage"), "JSON-LD inLanguage"),
        (marks.first("og:locale", "content-language"), "OpenGraph og:locale"),
    )
    for value, found in candidates:
        if _LANGUAGE.fullmatch(value.strip()):
            yield value.strip().replace("_", "-"), found


def _addresses(described: Described, marks: Marks, url: str) -> Iterator[Found]:
    main = described.node.get("mainEntityOfPage")
    candidates = (
        (marks.canonical, "link canonical"),
        (marks.first("og:url"), "OpenGraph og:url"),
        (described.text("url"), "JSON-LD url"),
        (str(main.get("@id") if isinstance(main, dict) else main or ""), "JSON-LD mainEntityOfPage"),
    )
    for value, found in candidates:
        address = address_of(value, url)
        # The site's front page is no article's address, whatever a template says.
        if address and not is_front(address):
            yield address, found
    yield address_of(url), "where it was fetched"


def is_front(address: str) -> bool:
    """Whether an address is that of its site's front page."""
    parts = urlsplit(address)
    return not (parts.path.strip("/") or parts.query)


def address_of(value: str, base: str = "") -> str:
    """Return the whole address of what a page writes; "" when nothing can be fetched there."""
    try:
        address = urljoin(base, value.strip())
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""


def _publishers(described: Described, marks: Marks, url: str) -> Iterator[Found]:
    yield described.text("publisher"), "JSON-LD publisher"
    yield marks.first("og:site_name"), "OpenGraph og:site_name"
    yield marks.item("publisher"), "microdata publisher"
    yield marks.first("application-name", "dc.publisher"), "meta application-name"
    yield (urlsplit(url).hostname or "").removeprefix("www."), "host of the address"


def _topics(described: Described, marks: Marks) -> Iterator[tuple[list[str], str]]:
    yield _listed(described.names("keywords")), "JSON-LD keywords"
    yield _listed(marks.meta.get("article:tag", ())), "meta article:tag"
    yield [shown_text(link) for link in marks.tree.xpath('//a[contains(concat(" ", @rel, " "), " tag ")]')], 'rel="tag"'
    yield _listed(marks.meta.get("news_keywords", ())), "meta news_keywords"
    yield _listed(marks.meta.get("keywords", ())), "meta keywords"


def _listed(values: Iterable[str]) -> list[str]:
    """Return the parts of values that hold several, parted by commas."""
    return [part for value in values for part in value.split(",")]


def _first_names(candidates: Iterable[tuple[list[str], str]]) -> tuple[tuple[str, ...], str]:
    return next(((names, found) for raw, found in candidates if (names := tuple(_names(raw)))), ((), ""))


def _names(values: Iterable[str]) -> Iterator[str]:
    """Yield names cleaned, each once, those that can be none left out."""
    seen: set[str] = set()
    for value in values:
        name = clean(value)
        key = fold(name)
        if key and key not in seen and len(name) <= _LONGEST_NAME and "://" not in name:
            seen.add(key)
            yield name
            if len(seen) == _MOST_NAMES:
                return
