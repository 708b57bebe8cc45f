"""Finding copies: articles that print the same text, whole or nearly. Done after imports, a few articles at a time.

An article is looked at when its current text has no fingerprint. It is compared with those that have a hash in common
with it (`text/shingles.py`), and what is alike is suggested to editors as a `Likeness`, one for each group that the
article belongs with: who confirms it need not confirm each pair. Reference notes and very short texts are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from django.db import connection
from django.db.models import Exists, OuterRef

from articles.actions.copy_groups import Pair, hold
from articles.actions.editing import unhurried
from articles.actions.likenesses import known_pairs, note
from articles.models import Article, Fingerprint, Version
from articles.models.article import ArticleQuerySet
from articles.text.shingles import BANDS, Comparison, Shingles, compare

BATCH: Final = 100  # articles of one transaction
MOST_SHARING: Final = 50  # articles that are looked up for one hash: some turns of phrase stand in very many
MOST_COMPARED: Final = 20  # articles that one is compared with, those with most hashes in common

# Each hash is asked for alone, and no further than needed: one that very many share costs as much as any other.
_CANDIDATES: Final = """
SELECT asked.article_id, found.article_id, count(*)
FROM articles_fingerprint asked
CROSS JOIN LATERAL unnest(asked.bands) band
CROSS JOIN LATERAL (
    SELECT article_id FROM articles_fingerprint WHERE bands @> ARRAY[band] LIMIT %s
) found
WHERE asked.article_id = ANY(%s) AND found.article_id <> asked.article_id
GROUP BY 1, 2
UNION ALL
SELECT asked.article_id, same.article_id, %s
FROM articles_fingerprint asked
CROSS JOIN LATERAL (
    SELECT article_id FROM articles_fingerprint
    WHERE words_sha256 = asked.words_sha256 AND article_id <> asked.article_id LIMIT 1
) same
WHERE asked.article_id = ANY(%s) AND asked.words_sha256 <> ''
"""


def find_copies(*, most: int = 1000) -> int:
    """Look at up to `most` articles whose text has not been looked at; return how many, 0 when nothing is left.

    Each short transaction takes some of them. It may be called again at any time, and by several at once.
    """
    done, below = 0, None
    while done < most and (texts := _next(below, min(BATCH, most - done))):
        _look_at(texts)
        done += len(texts)
        below = min(texts.values())
    return done


def waiting() -> ArticleQuerySet:
    """Return the articles that have not been looked at."""
    # An article and its version name each other, so the version alone is asked for: both are read off their indexes.
    return Article.objects.filter(
        ~Exists(Fingerprint.objects.filter(version=OuterRef("current"))), current__isnull=False
    )


def _next(below: int | None, number: int) -> dict[int, int]:
    """Return articles that wait, the newest texts first, each with the key of its text."""
    rows = waiting() if below is None else waiting().filter(current__lt=below)
    return dict(rows.order_by("-current_id").values_list("pk", "current_id")[:number])


def _look_at(texts: Mapping[int, int]) -> None:
    with unhurried():
        hold(texts)
        # Others may have looked at some, corrected or erased them while this one waited.
        rows = waiting().filter(current__in=texts.values()).values_list("pk", "current_id", "rights")
        still = [(article, version, rights) for article, version, rights in rows if version]
        read = _read(version for _article, version, _rights in still)
        new = {article: _fit(read[version], rights) for article, version, rights in still}
        Fingerprint.objects.bulk_create(
            (_fingerprint(article, version, new[article]) for article, version, _rights in still),
            update_conflicts=True,
            unique_fields=["article"],
            update_fields=["version", "words_sha256", "bands"],
        )
        note(_compare(new))


def _fit(text: Shingles, rights: str) -> Shingles:
    """Return the text, or an empty one for what is not to be compared."""
    return Shingles(()) if rights == Article.Rights.REFERENCE or not text.bands else text


def _fingerprint(article: int, version: int, text: Shingles) -> Fingerprint:
    words = text.sha256 if text.words else ""
    return Fingerprint(article_id=article, version_id=version, words_sha256=words, bands=text.bands)


def _read(versions: Iterable[int]) -> dict[int, Shingles]:
    """Return texts as the comparison reads them: no headline, no boilerplate."""
    bodies = Version.objects.filter(pk__in=set(versions)).values_list("pk", "body")
    return {key: Shingles.of(body.split("\n\n")) for key, body in bodies}


def _compare(new: Mapping[int, Shingles]) -> dict[Pair, Comparison]:
    """Compare the articles just looked at with those that may be alike, and with those that once were."""
    pairs = _candidates(new.keys()) | known_pairs(new.keys())
    others = {key for pair in pairs for key in pair} - new.keys()
    versions = dict(Fingerprint.objects.filter(article__in=others).values_list("article", "version"))
    read = _read(versions.values())
    texts = {**new, **{article: read[version] for article, version in versions.items()}}
    return {(one, other): compare(texts[one], texts[other]) for one, other in pairs if {one, other} <= texts.keys()}


def _candidates(articles: Collection[int]) -> set[Pair]:
    """Return each of the articles with those that it has most hashes in common with."""
    keys = list(articles)
    with connection.cursor() as cursor:
        # The planner takes a hash for one that a share of all articles have, and would rather read them all.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(_CANDIDATES, [MOST_SHARING, keys, BANDS, keys])
        found = cursor.fetchall()
        cursor.execute("SET LOCAL enable_seqscan = on")
    shared: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for article, other, number in found:
        shared[article].append((-number, other))
    return {
        (min(article, other), max(article, other))
        for article, others in shared.items()
        for _number, other in sorted(others)[:MOST_COMPARED]
    }
