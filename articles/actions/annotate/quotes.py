"""Quotes of an annotations file, with their anchors, relay chains and links."""

from __future__ import annotations

from articles.actions.annotate.loading import Loading
from articles.actions.annotate.reading import Item
from articles.models import Anchor, Quote, QuoteLink, RelayHop, fuzzy

Role = Anchor.Role
# Where the file keeps spans of a quote, and what they are there. Lists and single spans alike.
SPANS = (
    ("content", Role.CONTENT),
    ("with_marks", Role.PRINTED),
    ("quoted_fragments", Role.MARKED),
    ("speaker_span", Role.SPEAKER),
    ("cue", Role.CUE),
    ("addressee_span", Role.ADDRESSEE),
    ("said_on_span", Role.SAID_ON),
    ("venue_span", Role.VENUE),
    ("medium_span", Role.MEDIUM),
)
HOP_ROLES: dict[str, str] = {"relay_agency": RelayHop.Role.AGENCY}
# "repeated_by" is the same link told from the other end.
LINKS = {
    "repeats": QuoteLink.Type.REPEATS,
    "continues": QuoteLink.Type.CONTINUES,
    "paraphrase_of": QuoteLink.Type.PARAPHRASE_OF,
    "supports": QuoteLink.Type.SUPPORTS,
}


def load(loading: Loading) -> None:
    """Add the quotes in the file's order, which numbers them, then their links."""
    items = loading.document.list("quotes")
    for number, item in enumerate(items, start=1):
        loading.place = f"quotes {item.get('id')}"
        quote = _quote(loading, item, number)
        loading.quotes[item["id"]] = quote
        _anchors(loading, item, quote)
        _hops(loading, item["chain"], quote)
    for item in items:
        loading.place = f"quotes {item.get('id')}"
        _links(loading, item)


def _quote(loading: Loading, item: Item, number: int) -> Quote:
    said = loading.date(item.get("said_on"), f"quotes {item['id']}")
    event = loading.events.get(item.get("event", ""))
    quote = Quote(
        article=loading.article,
        number=number,
        type=item["type"],
        speaker=loading.entity(item.get("speaker")),
        resolved=Quote.Resolved.PRONOUN if item.get("speaker_resolution") else Quote.Resolved.NAMED,
        on_behalf_of=loading.entity(item.get("on_behalf_of")),
        addressee=loading.entity(item.get("addressee")),
        said_basis=_said_basis(loading, item),
        event=event,
        occasion=event.name if event and item.get("venue") == item.get("event") else "",
        medium=item.get("medium", ""),
        language=item.get("language", ""),
        original_language=item.get("original_language", ""),
        fidelity=Quote.Fidelity.TRANSLATED if item.get("is_translation") else Quote.Fidelity.UNCHECKED,
        note=loading.readable(item, "note"),
        **fuzzy.columns("said", said),
        **loading.stamp(item),
    )
    loading.fact(quote)
    return quote


def _said_basis(loading: Loading, item: Item) -> str:
    parts = []
    if item.get("said_on_span"):
        parts.append(f"printed “{item['said_on_span']['text']}”")
    if item.get("said_on_basis"):
        parts.append(loading.document.readable(item["said_on_basis"]))
    if item.get("said_on_precision") == "not-before":
        parts.append("not before the event that it speaks of")
    if item.get("said_on_refined"):
        parts.append(f"the event is dated {item['said_on_refined']}")
    return "; ".join(parts)


def _anchors(loading: Loading, item: Item, quote: Quote) -> None:
    for key, role in SPANS:
        found = item.get(key) or []
        for span in found if isinstance(found, list) else [found]:
            loading.anchor(span, role, quote=quote)
    if caveat := item.get("caveat"):
        loading.anchor(caveat["span"], Role.VOLATILE, quote=quote)
    for nested in item.get("nested", []):
        loading.anchor(nested["cue"], Role.NESTED, quote=quote)
        loading.anchor(nested["content"], Role.NESTED, quote=quote)


def _hops(loading: Loading, chain: list[Item], quote: Quote) -> None:
    for position, hop in enumerate(chain):
        RelayHop.objects.create(
            quote=quote,
            position=position,
            role=HOP_ROLES.get(hop["role"]) or hop["role"],
            agent=loading.entity(hop.get("agent")),
            stated=hop["stated"],
            evidence=loading.anchor(hop.get("span"), Role.RELAY, quote=quote),
            note=loading.readable(hop, "note"),
        )


def _links(loading: Loading, item: Item) -> None:
    for key, kind in LINKS.items():
        others = item.get(key) or []
        for other in others if isinstance(others, list) else [others]:
            link = QuoteLink(
                from_quote=loading.quotes[item["id"]],
                to_quote=loading.quotes[other],
                type=kind,
                **loading.stamp(item),
            )
            loading.fact(link)
