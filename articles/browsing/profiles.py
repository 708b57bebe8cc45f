"""The page of a person, an organisation or a place: what it said, what was said of it, and where it is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, F, Q
from django.http import QueryDict
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.browsing.identity import Appearance, Role, Variant, appearance, roles, variants
from articles.browsing.known import unreviewed
from articles.browsing.merged import kept
from articles.browsing.network import Company, Hop, company, hops_of, naming
from articles.browsing.shelves import Shelf, in_order, shelf
from articles.browsing.topics import Concepts
from articles.browsing.years import years_of
from articles.models import Article, Copy, Entity, Event, Mention, Quote, Statistic, Topic
from articles.search.days import Bars
from articles.search.results import Card, Listing, cards, listing

MOST_TOPICS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChoice:
    """A topic that quotes can be narrowed to, with the number of quotes in its articles."""

    topic: Topic
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page, as a number that leads there."""

    fragment: str
    number: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    entity: Entity
    unreviewed: bool  # nothing but suggestions names it
    variants: list[Variant]
    roles: list[Role]
    appearance: Appearance
    by: Listing  # narrowed to the topic asked for
    by_total: int  # whatever the topic
    types: dict[str, int]  # type of quote in words -> number of quotes by it
    in_marks: bool  # whether any of its words stand in quotation marks
    choices: list[TopicChoice]
    hops: list[Hop]
    about: Shelf
    to: Shelf
    behalf: Shelf  # statements that others made on its behalf
    through: Shelf  # quotes of others that came through it, as articles say
    through_inferred: Shelf  # and as editors concluded
    figures: Shelf
    events: Shelf
    counted_here: Shelf  # figures of which it is the place
    published: Shelf
    published_cards: list[Card]
    notes: Shelf  # reference notes on what it published
    articles: Shelf  # that name it; of a publisher without its own, which name it in their datelines
    article_cards: list[Card]
    texts: int  # that these articles print, a text and its copies once
    company: Company
    years: Bars | None
    waiting: list[str]  # how much of it no editor has reviewed, in words

    @property
    def tally(self) -> list[Part]:
        """What the page holds, in its order, then what it lacks. A place is not expected to speak."""
        speaks = self.entity.section != "places" and self.appearance.articles
        always = {"by", "about", "to", "stated"} if speaks else set()
        parts = (
            Part("by", self.by_total, ngettext("quote by", "quotes by", self.by_total)),
            Part("behalf", self.behalf.total, _("on behalf")),
            Part("about", self.about.total, ngettext("quote about", "quotes about", self.about.total)),
            Part("to", self.to.total, ngettext("quote to", "quotes to", self.to.total)),
            Part("through", self.through.total, _("came through")),
            Part("inferred", self.through_inferred.total, _("came through, inferred")),
            Part("stated", self.figures.total, ngettext("figure stated", "figures stated", self.figures.total)),
            Part("counted", self.counted_here.total, _("counted there")),
            Part("events", self.events.total, ngettext("event", "events", self.events.total)),
            Part("published", self.published.total, _("published")),
            Part("notes", self.notes.total, ngettext("reference note", "reference notes", self.notes.total)),
            Part("articles", self.articles.total, self._articles),
        )
        shown = [part for part in parts if part.number or part.fragment in always]
        return sorted(shown, key=lambda part: not part.number)

    @property
    def _articles(self) -> str:
        words = ngettext("article", "articles", self.articles.total)
        if self.texts == self.articles.total:
            return words
        return f"{words}, {ngettext('%(number)d text', '%(number)d texts', self.texts) % {'number': self.texts}}"

    @property
    def nothing(self) -> list[Part]:
        return [part for part in self.tally if not part.number]


def find(slug: str) -> Entity | None:
    """Return the entity of that address, or the one it was merged into; None when it has no page."""
    entity = Entity.objects.filter(slug=slug).select_related("merged_into").first()
    return Entity.objects.public().filter(pk=kept(entity).pk).first() if entity else None


def profile(entity: Entity, params: QueryDict) -> Profile:
    """Put together the page of an entity; of `params` only `topic` is read, which narrows the quotes by it."""
    one, slug = Entity.objects.filter(pk=entity.pk), entity.slug
    quotes: Any = Quote.objects.public().without_notes()
    statistics: Any = Statistic.objects.public().without_notes()
    by, passed_on, named = quotes.by(one), quotes.exclude(speaker=entity), naming(entity)
    types = dict(by.order_by().values_list("type").annotate(number=Count("pk")).order_by("type"))
    asked = _topic_alone(params)
    found_by = listing("quotes", asked, within=by, keep={"said_by": slug})
    published = shelf(Article.objects.public().without_notes().filter(publisher=entity), publisher=slug)
    by_others = named.exclude(publisher=entity) if published.total else named
    stated = statistics.stated_by_any(one)
    articles = shelf(by_others, actor=slug, **({"not_publisher": slug} if published.total else {}))
    return Profile(
        entity=entity,
        unreviewed=bool(unreviewed([entity.pk])),
        variants=variants(entity),
        roles=roles(entity),
        appearance=appearance(entity, named),
        by=found_by,
        by_total=sum(types.values()),
        types={str(label): types[value] for value, label in Quote.Type.choices if value in types},
        in_marks=bool(types.keys() & {Quote.Type.DIRECT, Quote.Type.MIXED}),
        choices=_choices(by, asked.getlist("topic")) if types else [],
        hops=hops_of(by, speaker=entity) if types else [],
        about=shelf(quotes.about(one), about=slug),
        to=shelf(quotes.to(one), to_whom=slug),
        behalf=shelf(quotes.filter(on_behalf_of=entity)),
        through=shelf(passed_on.relayed_by(one, stated=True), relay=slug, relay_stated="yes"),
        through_inferred=shelf(passed_on.relayed_by(one, stated=False), relay=slug, relay_stated="no"),
        figures=shelf(stated, stated_by=slug),
        events=_events(entity),
        counted_here=shelf(statistics.filter(place=entity)),
        published=published,
        published_cards=cards(published.rows),
        notes=_notes(entity),
        articles=articles,
        article_cards=cards(articles.rows),
        texts=articles.total - Copy.objects.repeated(by_others),
        company=company(named, total=articles.total, besides=entity),
        years=years_of(found_by) if types else None,
        waiting=_waiting(entity, by, stated),
    )


def _waiting(entity: Entity, quotes: Any, statistics: Any) -> list[str]:
    """Return how many quotes, figures and mentions no editor has reviewed; kinds without any are left out."""
    mentions = Mention.objects.public().without_notes().filter(entity=entity)
    said, stated, named = (rows.unreviewed().count() for rows in (quotes, statistics, mentions))
    counts = (
        (said, ngettext("%(count)s quote", "%(count)s quotes", said)),
        (stated, ngettext("%(count)s figure", "%(count)s figures", stated)),
        (named, ngettext("%(count)s mention", "%(count)s mentions", named)),
    )
    return [words % {"count": localize(count)} for count, words in counts if count]


def _topic_alone(params: QueryDict) -> QueryDict:
    asked = QueryDict(mutable=True)
    asked.setlist("topic", params.getlist("topic"))
    return asked


def _choices(quotes: Any, asked: list[str]) -> list[TopicChoice]:
    concepts = Concepts.load()
    choices = [
        TopicChoice(topic=concepts.topics[key], count=count, chosen=concepts.topics[key].slug in asked)
        for key, count in concepts.counts(quotes, "article").items()
    ]
    choices.sort(key=lambda choice: (-choice.count, choice.topic.label.casefold()))
    return [choice for number, choice in enumerate(choices) if number < MOST_TOPICS or choice.chosen]


def _events(entity: Entity) -> Shelf:
    """Return what happened there, or where it took part, the newest first."""
    theirs = Q(place=entity) | Q(pk__in=entity.events.values("pk"))
    events = Event.objects.public().without_notes().filter(theirs).select_related("place")
    return in_order(events.order_by(F("happened_latest").desc(nulls_first=True), "-happened_earliest", "-pk"))


def _notes(entity: Entity) -> Shelf:
    notes = Article.objects.public().filter(publisher=entity, rights=Article.Rights.REFERENCE)
    return shelf(notes, publisher=entity.slug, notes="1")
