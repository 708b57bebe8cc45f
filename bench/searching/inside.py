"""Times the search itself: `python -m bench.searching.inside CASES` prints, for each question, seconds as JSON.

What is timed is what a page does before it is drawn: rows found, ordered and loaded, count and snippets.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 - Django first
from django.http import QueryDict  # noqa: E402

from articles.search import results  # noqa: E402
from bench.searching.timing import timed  # noqa: E402


def main(file: Path) -> None:
    """Time each question in turn."""
    cases: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    told = []
    for case in cases:
        params = QueryDict(mutable=True)
        params.update(case["address"])
        total = str(results.search(params).listing.total)
        told.append({"total": total, "seconds": timed(partial(_once, params))})
    print(json.dumps(told))


def _once(params: QueryDict) -> float:
    connection.cursor().execute("SELECT pg_current_xact_id()")  # what was remembered holds no longer
    began = time.perf_counter()
    results.search(params)
    return time.perf_counter() - began


if __name__ == "__main__":
    main(Path(sys.argv[1]))
