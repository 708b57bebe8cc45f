"""Two imports at the same moment: no deadlock, nothing doubled, nothing lost."""

from __future__ import annotations

from pathlib import Path

from tests.actions.own_server import Archive, Server
from tests.contents import Contents, differences

OF_RUNS = {"articles_batch", "articles_importrun", "articles_input", "articles_refusal"}  # each import has its own


def test_of_one_file_store_each_record_once(server: Server, corpus: Path, undisturbed: Contents) -> None:
    with server.archive("twice") as archive:
        both = [archive.start(corpus) for _ in range(2)]
        assert [one.end()[0] for one in both] == [2, 2]
        found = archive.contents()
        assert differences(without_runs(found), without_runs(undisturbed)) == []
        assert seen(archive) == [236, 236]


def test_that_take_the_same_records_in_the_opposite_order_do_not_lock_each_other_out(
    server: Server, corpus: Path, tmp_path: Path
) -> None:
    backwards = tmp_path / "backwards.jsonl"
    backwards.write_bytes(b"".join(reversed(corpus.read_bytes().splitlines(keepends=True))))
    with server.archive("opposite") as archive:
        both = [archive.start(path) for path in (corpus, backwards)]
        assert [one.end()[0] for one in both] == [2, 2]
        assert archive.ask("SELECT count(*) FROM articles_article") == 200
        assert archive.ask("SELECT count(*) FROM articles_version") == 220  # whichever of the two texts came first
        assert seen(archive) == [236, 236]


def seen(archive: Archive) -> list[int]:
    """Return how many records each run has seen."""
    counts: list[int] = archive.ask("SELECT array_agg(seen) FROM articles_importrun")
    return counts


def without_runs(found: Contents) -> Contents:
    return {table: rows for table, rows in found.items() if table not in OF_RUNS}
