"""People, organisations and places of an annotations file: entities, their names, their mentions."""

from __future__ import annotations

from articles.actions.annotate.loading import Loading
from articles.actions.annotate.reading import Item
from articles.actions.entities import Written, find_or_add
from articles.models import Anchor, Entity, EntityName, Mention, fuzzy
from articles.text.names import display_gloss, name_key

Kind = Entity.Kind
KINDS: dict[str, str] = {
    "news_media": Kind.PUBLISHER,
    "collective": Kind.GROUP,
    "country_or_territory": Kind.COUNTRY,
    "region": Kind.PLACE,
    "city": Kind.PLACE,
    "border_crossing": Kind.PLACE,
}
NAME_KINDS: dict[str, EntityName.Kind] = {
    "short": EntityName.Kind.SHORT,
    "transliteration": EntityName.Kind.TRANSLITERATION,
}
LONGEST_ACRONYM = 6


def load(loading: Loading) -> None:
    """Add every entity first, then their mentions: a role may belong to an organisation listed later."""
    items = [item for section in ("people", "organisations", "places") for item in loading.document.list(section)]
    for item in items:
        loading.place = f"entity {item.get('id')}"
        loading.entities[item["id"]] = _entity(loading, item)
    for item in items:
        loading.place = f"entity {item.get('id')}"
        _mentions(loading, item)
    _coreferences(loading)
    _dateline(loading)


def _entity(loading: Loading, item: Item) -> Entity:
    name, gloss = display_gloss(item["preferred_name"])
    words = loading.version.body
    return find_or_add(
        kind=Kind(KINDS.get(item["kind"]) or item["kind"]),
        name=name,
        gloss=gloss,
        wikidata=item.get("wikidata") or "",
        listed=item.get("public_page", True),
        names=[_written(alias, name, words) for alias in item.get("aliases", [])],
        by=loading.editor,
    )


def _written(alias: Item | str, preferred: str, words: str) -> Written:
    if isinstance(alias, str):
        alias = {"name": alias, "source": "text" if alias in words else "authority"}
    name = alias["name"]
    kind = NAME_KINDS.get(alias.get("kind", ""), EntityName.Kind.ALIAS)
    capitals = name.isupper() and name.isalpha() and len(name) <= LONGEST_ACRONYM
    if capitals and name_key(name) != name_key(preferred):
        kind = EntityName.Kind.ACRONYM
    return Written(
        name=name,
        language=alias.get("lang", ""),
        kind=kind,
        basis=EntityName.Basis(alias.get("source", "authority")),
    )


def _mentions(loading: Loading, item: Item) -> None:
    entity = loading.entities[item["id"]]
    mentions = []
    for span in item["mentions"]:
        mention = Mention(
            article=loading.article,
            entity=entity,
            form=_form(entity, span["text"]),
            nested="nested_in" in span,
            **loading.stamp(),
        )
        loading.fact(mention)
        loading.anchor(span, Anchor.Role.NAME, mention=mention)
        mentions.append((span, mention))
    for role in item.get("roles", []):
        _role(loading, role, mentions)


def _form(entity: Entity, printed: str) -> str:
    key = name_key(printed)
    kinds = {name.kind for name in entity.names.all() if name.key == key}
    if EntityName.Kind.PREFERRED in kinds:
        return Mention.Form.FULL
    return Mention.Form.SHORT if EntityName.Kind.SHORT in kinds else Mention.Form.ALIAS


def _role(loading: Loading, role: Item, mentions: list[tuple[Item, Mention]]) -> None:
    """Give a printed role to the mention that stands nearest to it in the same block."""
    span = role["span"]
    near = [
        (abs(place["start"] - span["end"]), mention) for place, mention in mentions if place["block"] == span["block"]
    ]
    _, mention = min(near, key=lambda pair: pair[0])
    mention.printed_role = role["title_as_printed"]
    mention.role_gloss = role.get("title_en", "")
    mention.role_at = loading.entity(role.get("organisation"))
    when = loading.date(role.get("as_of"), "roles/as_of")
    for column, value in fuzzy.columns("role_on", when).items():
        setattr(mention, column, value)
    mention.save()
    loading.anchor(span, Anchor.Role.ROLE, mention=mention)


def _coreferences(loading: Loading) -> None:
    """Add pronouns that stand for entities; those that stand for things or deeds name nobody."""
    for item in loading.document.list("coreference"):
        if not all(name in loading.entities for name in item["refers_to"]):
            continue
        for name in item["refers_to"]:
            form = Mention.Form.CLITIC if "clitic" in item else Mention.Form.PRONOUN
            mention = Mention(
                article=loading.article,
                entity=loading.entities[name],
                form=form,
                note=loading.readable(item, "note"),
                **loading.stamp(),
            )
            loading.fact(mention)
            loading.anchor(item["span"], Anchor.Role.NAME, mention=mention)


def _dateline(loading: Loading) -> None:
    """Tie the whole dateline to the mention of the place that it names."""
    dateline = loading.document.items["article"].get("dateline")
    if not dateline or not dateline.get("place"):
        return
    span = dateline["span"]
    place = Anchor.objects.filter(
        mention__entity=loading.entities[dateline["place"]],
        mention__article=loading.article,
        block=loading.blocks[span["block"]],
    ).first()
    if place and place.mention:
        loading.anchor(span, Anchor.Role.PHRASE, mention=place.mention)
