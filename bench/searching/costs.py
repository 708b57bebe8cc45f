"""What it costs to be found: `python -m bench.searching.costs` prints, for the archive of DATABASE_URL, as JSON.

entry: seconds to show a draft to readers and write its search entry, in one transaction, until it is durable;
publish: the same by the editor's action, with all that belongs to it;
bare: seconds to insert headline, text and a tsvector of PostgreSQL's own into a table with an index of its words and
one of its days, which holds as many articles, 100,000 at most;
bulk: articles a second whose entries are written, by the time of the processors, ours and the database's together.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Final

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 - Django first

from articles.actions.index import refresh_articles  # noqa: E402
from articles.actions.publish import publish  # noqa: E402
from articles.models import Article, ArticleEntry, Version  # noqa: E402

TIMES: Final = 30
WARM: Final = 5
LARGEST: Final = 100_000
BATCH, BATCHES = 500, 6
BARE: Final = (
    "DROP TABLE IF EXISTS bench_bare",
    "CREATE TABLE bench_bare (id bigint GENERATED ALWAYS AS IDENTITY, day date, headline text, body text, v tsvector)",
    f"""INSERT INTO bench_bare (day, headline, body, v)
        SELECT newest, headline, body, to_tsvector('simple', headline || ' ' || body)
        FROM articles_articleentry entry JOIN articles_article article ON article.id = entry.article_id
        JOIN articles_version version ON version.id = article.current_id ORDER BY article.id LIMIT {LARGEST}""",  # noqa: S608 - a number of ours
    "ALTER TABLE bench_bare ADD PRIMARY KEY (id)",
    "CREATE INDEX ON bench_bare USING gin (v)",
    "CREATE INDEX ON bench_bare (day)",
)
INSERT: Final = """INSERT INTO bench_bare (day, headline, body, v)
    VALUES (%s, %s, %s, to_tsvector('simple', %s || ' ' || %s))"""


def published() -> dict[str, list[float]]:
    """Return the seconds of each publication, row and entry alone and the whole action; the articles stay as they are.

    The action also looks for others who were faster, takes notes along, and writes the journal.
    """
    told: dict[str, list[float]] = {"entry": [], "publish": []}
    for number, key in enumerate(Article.objects.public().order_by("-pk").values_list("pk", flat=True)[: TIMES + WARM]):
        rows = Article.objects.filter(pk=key)
        for name, seconds in told.items():
            rows.update(state=Article.State.DRAFT)
            ArticleEntry.objects.filter(article=key).delete()
            began = time.perf_counter()
            with transaction.atomic():
                refresh_articles([key])
                if name == "publish":
                    publish(rows, by=None)
                else:
                    rows.update(state=Article.State.PUBLISHED)
            if number >= WARM:
                seconds.append(time.perf_counter() - began)
    return told


def inserted() -> list[float]:
    """Return the seconds of each bare insert."""
    texts = Version.objects.order_by("-pk").values_list("article__published_latest", "headline", "body")
    told = []
    with connection.cursor() as cursor:
        for statement in BARE:
            cursor.execute(statement)
        for day, headline, body in list(texts[: TIMES + WARM]):
            began = time.perf_counter()
            cursor.execute(INSERT, [day, headline, body, headline, body])
            told.append(time.perf_counter() - began)
        cursor.execute("DROP TABLE bench_bare")
    return told[WARM:]


def built() -> float:
    """Return how many entries a second one core builds and stores."""
    keys = list(Article.objects.order_by("pk").values_list("pk", flat=True)[: BATCH * BATCHES])
    refresh_articles(keys[:BATCH])  # what is read once is there
    began = _spent()
    for start in range(0, len(keys), BATCH):
        refresh_articles(keys[start : start + BATCH])
    return len(keys) / (_spent() - began)


def _spent() -> float:
    """Return the seconds of processor time of this process and of the database's that serves it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        stat = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return time.process_time() + (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    print(json.dumps({**published(), "bare": inserted(), "bulk": built()}))
