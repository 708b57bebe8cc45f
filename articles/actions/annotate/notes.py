"""Reference notes of an annotations file: what other publishers print about the same facts, in our own words."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from articles.actions.annotate.loading import Loading
from articles.actions.annotate.reading import Item
from articles.actions.entities import find_or_add
from articles.actions.statistics import ScopeDiffers, add_to_series
from articles.models import (
    Anchor,
    Approximation,
    Article,
    Block,
    Entity,
    ImportRun,
    NoteLink,
    Printing,
    Series,
    Source,
    Statistic,
    StatisticLink,
    Version,
    fuzzy,
)
from articles.text.names import display_gloss
from articles.text.normalise import body_from, normalise_line
from articles.text.numbers import find_numbers

LANGUAGE = "en"  # the archivist's own words
LONGEST_HEADLINE = 120
BOUNDS = {
    "more than": Approximation.MORE_THAN,
    "about": Approximation.ABOUT,
    "at least": Approximation.AT_LEAST,
}


def load(loading: Loading) -> list[Article]:
    """Add the notes, what they bear on, and the figures that they give to series; return them in the file's order."""
    items = loading.document.list("external_evidence")
    if not items:
        return []
    run = ImportRun.objects.create(
        importer="annotations",
        container=loading.document.name,
        container_sha256=loading.document.items["seed"]["sha256"],
        seen=len(items),
        new=len(items),
        finished_at=loading.now,
        by=loading.editor,
    )
    notes = {}
    for item in items:
        loading.place = f"external_evidence {item.get('id')}"
        notes[item["id"]] = _note(loading, item, run)
    for item in items:
        loading.place = f"external_evidence {item.get('id')}"
        _bearings(loading, item, notes[item["id"]])
    for series in loading.document.items["statistics"].get("series", []):
        for point in series["points"]:
            if point["src"] in notes:
                _point(loading, point, loading.series[series["id"]], notes[point["src"]])
    return list(notes.values())


def _note(loading: Loading, item: Item, run: ImportRun) -> Article:
    # Another file may have brought the same page; one source is one record, whoever finds it.
    if known := Article.objects.filter(url=item["url"]).select_related("current").first():
        return known
    findings = [normalise_line(loading.document.readable(finding)) for finding in item["finds"]]
    body = body_from(findings)
    publisher_name, relayed = display_gloss(item["publisher"])
    publisher = find_or_add(kind=Entity.Kind.PUBLISHER, name=publisher_name, by=loading.editor)
    # The address makes the record one of its own, even where two publishers give the same finding.
    content = f"{item['url']}\n\n{body}\n".encode()
    source = Source.objects.create(
        run=run,
        place=f"{loading.document.name}: {item['id']}",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="text/plain",
        charset="utf-8",
        url=item["url"],
    )
    article = Article.objects.create(
        publisher=publisher,
        url=item["url"],
        language=LANGUAGE,
        rights=Article.Rights.REFERENCE,
        **fuzzy.columns("published", loading.date(item["date"], f"external_evidence {item['id']}")),
    )
    version = Version.objects.create(
        article=article,
        number=1,
        headline=_headline(findings[0]),
        body=body,
        body_sha256=hashlib.sha256(body.encode()).hexdigest(),
        source=source,
        note=relayed,
    )
    _blocks(version, findings, address=item["url"])
    # A note tells of the article that it bears on, so it is seen when that one is.
    article.current, article.state = version, loading.article.state
    article.save(update_fields=["current", "state"])
    loading.log_change(article, "import", after={"state": article.state, "url": article.url})
    return article


def _headline(finding: str) -> str:
    headline = finding[:1].upper() + finding[1:]
    return headline if len(headline) <= LONGEST_HEADLINE else headline[:LONGEST_HEADLINE].rsplit(" ", 1)[0] + "…"


def _blocks(version: Version, findings: list[str], *, address: str) -> None:
    """Account for every character of the note's source: its address first, then one paragraph a finding."""
    label = Block(
        version=version,
        position=0,
        type=Block.Type.BOILERPLATE,
        text=address,
        source_start=0,
        source_end=len(address),
        reason="address of what the note is about",
    )
    blocks, place = [label], 0
    ahead = len(address) + 2
    for position, finding in enumerate(findings, start=1):
        blocks.append(
            Block(
                version=version,
                position=position,
                type=Block.Type.PARAGRAPH,
                text=finding,
                source_start=ahead + place,
                source_end=ahead + place + len(finding),
                body_start=place,
                body_end=place + len(finding),
            )
        )
        place += len(finding) + 2
    Block.objects.bulk_create(blocks)


def _bearings(loading: Loading, item: Item, note: Article) -> None:
    relation = NoteLink.Relation(item.get("relation", NoteLink.Relation.ABOUT))
    tables = (
        ("quote", loading.quotes),
        ("statistic", loading.statistics),
        ("series", loading.series),
        ("event", loading.events),
    )
    for name in item["about"]:
        target = next((kind, rows[name]) for kind, rows in tables if name in rows)
        loading.fact(NoteLink(article=note, relation=relation, **dict([target]), **loading.stamp(item)))


def _point(loading: Loading, point: Item, series: Series, note: Article) -> None:
    """Add a note's figure, anchored where the number stands; one of another scope is linked, never joined."""
    ours = series.statistics.order_by("pk").first()
    qualifier = point.get("bound") or ("about" if point.get("approximate") else "")
    statistic = Statistic(
        measure=ours.measure if ours else series.name,
        value=Decimal(str(point["value"])),
        approximation=BOUNDS.get(qualifier, Approximation.EXACT),
        unit=series.unit,
        population=point.get("note") or series.population,
        place=series.place,
        **fuzzy.columns("as_of", loading.date(point["as_of"], f"series {series.slug}")),
        **loading.stamp(point),
    )
    loading.fact(statistic)
    loading.statistics[f"{point['src']} {series.slug}"] = statistic
    _print(loading, point, statistic, note)
    try:
        add_to_series(statistic, series, by=loading.editor)
    except ScopeDiffers:
        if ours:
            link = StatisticLink(
                from_statistic=statistic,
                to_statistic=ours,
                type=StatisticLink.Type.DIFFERENT_SCOPE,
                reason=point.get("note", ""),
                **loading.stamp(point),
            )
            loading.fact(link)


def _print(loading: Loading, point: Item, statistic: Statistic, note: Article) -> None:
    printing = Printing(
        article=note, statistic=statistic, approximation=statistic.approximation, **loading.stamp(point)
    )
    loading.fact(printing)
    for block in Block.objects.filter(version=note.current).in_body():
        for number in find_numbers(block.text, LANGUAGE):
            if number.value == Decimal(str(point["value"])):
                _anchor(block, number.span.start, number.span.end, Anchor.Role.NUMBER, printing)
                _qualifier(block, number.span.start, printing)
                return


def _qualifier(block: Block, number_start: int, printing: Printing) -> None:
    before = block.text[:number_start].rstrip()
    for words in BOUNDS:
        if before.endswith(words):
            _anchor(block, len(before) - len(words), len(before), Anchor.Role.QUALIFIER, printing)


def _anchor(block: Block, start: int, end: int, role: Anchor.Role, printing: Printing) -> None:
    exact = block.text[start:end]
    Anchor.objects.create(block=block, start=start, end=end, exact=exact, role=role, printing=printing)
