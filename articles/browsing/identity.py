"""Who an entity is as the articles print it: its names, its roles over time, when it is first and last named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, F, Max, Prefetch, Q
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from articles.models import Anchor, Article, Entity, EntityName, Mention, fuzzy
from articles.text.dates import FuzzyDate

MOST_ROLES: Final = 12
MOST_PRONOUNS: Final = 6
BY_PRONOUN: Final = (Mention.Form.PRONOUN, Mention.Form.CLITIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A way in which the name is written, beside the preferred one."""

    name: str
    language: str  # BCP 47; "" when it does not matter
    about: str  # its language, kind and basis in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as printed, from the first to the newest time that an article prints it."""

    newest: Mention
    articles: int
    first: FuzzyDate | None  # None when no article tells; equal to `last` when one time is known
    last: FuzzyDate | None

    @property
    def words(self) -> Anchor | None:
        """Where it is printed."""
        anchors = list(self.newest.anchors.all())
        return next((anchor for anchor in anchors if anchor.role == Anchor.Role.ROLE), anchors[0] if anchors else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """How often and when articles name it. Notes do not count; names inside other names are told apart."""

    named: int  # times by name, outside other names
    meant: int  # times by a pronoun
    pronouns: list[tuple[str, str]]  # the commonest, as printed, each with the language of its article
    nested: int  # times inside another name
    articles: int
    first: Article | None
    latest: Article | None


def variants(entity: Entity) -> list[Variant]:
    """Return all other names, those that articles print before the rest."""
    names = entity.names.exclude(kind=EntityName.Kind.PREFERRED)
    printed_first = sorted(names, key=lambda name: (name.basis != EntityName.Basis.TEXT, name.pk))
    return [Variant(name=name.name, language=name.language, about=_about(name)) for name in printed_first]


def _about(name: EntityName) -> str:
    kind = "" if name.kind == EntityName.Kind.ALIAS else name.get_kind_display()
    parts = (language_in_words(name.language), kind, name.get_basis_display())
    return ", ".join(str(part) for part in parts if part)


def language_in_words(tag: str) -> str:
    """Return the name of a language in the reader's language: "Russian", "Hebrew in Latin letters"; "" for ""."""
    try:
        language = str(get_language_info(tag)["name_translated"]) if tag else ""
    except KeyError:
        return tag
    return _("%(language)s in Latin letters") % {"language": language} if "-latn" in tag.lower() else language


def roles(entity: Entity) -> list[Role]:
    """Return the roles printed beside the name, the one printed last first; at most twelve."""
    printed = Mention.objects.public().without_notes().with_role().filter(entity=entity)
    counted = printed.values("printed_role").annotate(articles=Count("article", distinct=True))
    newest_first = counted.annotate(until=Max("role_on_latest")).order_by(
        F("until").desc(nulls_last=True), "printed_role"
    )
    articles = {row["printed_role"]: row["articles"] for row in newest_first[:MOST_ROLES]}
    shown = printed.filter(printed_role__in=articles)
    newest = _one_of_each(shown, F("role_on_latest").desc(nulls_last=True))
    first = _one_of_each(shown, F("role_on_earliest").asc(nulls_last=True))
    return [
        Role(
            newest=newest[words],
            articles=count,
            first=fuzzy.read(first[words], "role_on"),
            last=fuzzy.read(newest[words], "role_on"),
        )
        for words, count in articles.items()
    ]


def _one_of_each(mentions: Any, order: Any) -> dict[str, Mention]:
    one = mentions.order_by("printed_role", order, "-pk").distinct("printed_role")
    words = Prefetch("anchors", Anchor.objects.as_shown("mention").with_places().in_order())
    loaded = one.select_related("article__publisher", "article__current", "role_at").prefetch_related(words)
    return {mention.printed_role: mention for mention in loaded}


def appearance(entity: Entity, articles: Any) -> Appearance:
    """Count the mentions of an entity; `articles` are those that name it outside other names."""
    mentions = Mention.objects.public().without_notes().filter(entity=entity)
    counts = mentions.aggregate(
        named=Count("pk", filter=Q(nested=False) & ~Q(form__in=BY_PRONOUN)),
        meant=Count("pk", filter=Q(nested=False, form__in=BY_PRONOUN)),
        nested=Count("pk", filter=Q(nested=True)),
    )
    meant = mentions.counted().filter(form__in=BY_PRONOUN)
    pronouns = Anchor.objects.standing().filter(mention__in=meant, role=Anchor.Role.NAME)
    counted = pronouns.values_list("exact", "block__version__article__language").annotate(times=Count("pk"))
    commonest = counted.order_by("-times", "exact")
    return Appearance(
        **counts,
        pronouns=[(exact, language) for exact, language, _times in commonest[:MOST_PRONOUNS]],
        articles=articles.count(),
        first=articles.oldest_first().for_cards().first(),
        latest=articles.newest_first().for_cards().first(),
    )
