"""Ways to break an archive that no action allows, each with what `verify` then says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.db import connection

# What the triggers let pass while an article is erased, any SQL may do.
OPENED: Final = "SET LOCAL newsarchive.erasing = 'yes'; SET CONSTRAINTS ALL DEFERRED;"
PLACES: Final = {
    "first": "(SELECT id FROM articles_version WHERE headline LIKE 'Putin%' AND number = 1)",
    "first_article": "(SELECT article_id FROM articles_version WHERE headline LIKE 'Putin%' AND number = 1)",
    "paragraph": "(SELECT min(b.id) FROM articles_block b JOIN articles_version v ON version_id = v.id"
    " WHERE headline LIKE 'Putin%' AND number = 1 AND type = 'paragraph')",
    "folder": "(SELECT id FROM articles_importrun WHERE importer = 'folder')",
}
# The oldest source stands on a page that the server refuses to read.
UNREADABLE: Final = """
    CREATE FUNCTION pg_temp.unreadable() RETURNS bytea LANGUAGE plpgsql STABLE AS
    $$ BEGIN RAISE 'invalid page in block 7' USING ERRCODE = 'data_corrupted'; END $$;
    ALTER TABLE articles_source RENAME TO on_disk;
    CREATE VIEW articles_source AS SELECT id, run_id, place, sha256,
    CASE WHEN id = (SELECT min(id) FROM on_disk) THEN pg_temp.unreadable() ELSE content END AS content FROM on_disk
"""
# Check, what is done to the tables, what is then told.
BROKEN: Final[Sequence[tuple[str, str, str]]] = (
    (
        "hashes",
        "UPDATE articles_source SET content = content || '.' WHERE id = (SELECT source_id FROM articles_version"
        " WHERE id = {first})",
        r"source \d+ \(first-article\.txt\): its bytes have the sha256 [0-9a-f]{64}, not [0-9a-f]{64}",
    ),
    (
        "hashes",
        "UPDATE articles_version SET body = body || '.' WHERE id = {first}",
        r"article \d+, version 1: its body has the sha256 [0-9a-f]{64}, not [0-9a-f]{64}",
    ),
    (
        "hashes",
        "INSERT INTO articles_source (run_id, place, content, sha256, media_type, charset, url, told, doubt)"
        " SELECT min(id), 'x', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'a', '', '',"
        " '{{}}', '' FROM articles_importrun",
        r"source \d+ \(x\): no text was read from it",
    ),
    (
        "blocks",
        "UPDATE articles_version SET headline = 'Lain' WHERE id = {first}",
        r"article \d+, version 1: its headline is not that of its blocks",
    ),
    (
        "blocks",
        "UPDATE articles_version SET deck = '' WHERE id = {first}",
        r"article \d+, version 1: its deck is not that of its blocks",
    ),
    (
        "blocks",
        "UPDATE articles_version SET body = overlay(body PLACING 'X' FROM 1) WHERE id = {first}",
        r"article \d+, version 1: its body is not that of its blocks",
    ),
    (
        "blocks",
        "UPDATE articles_block SET body_start = body_start + 1, body_end = body_end + 1 WHERE id = {paragraph}",
        r"article \d+, version 1: block \d+ does not stand in the body at 1 to \d+",
    ),
    (
        "blocks",
        "UPDATE articles_block SET position = position + 100 WHERE version_id = {first} AND position = 3",
        r"article \d+, version \d+: block 3 is missing",
    ),
    (
        "blocks",
        "UPDATE articles_block SET source_start = source_start + 1 WHERE id = {paragraph}",
        r"article \d+, version 1: no block holds what the source has at \d+ to \d+: 'R'",
    ),
    (
        "blocks",
        "UPDATE articles_block SET source_end = source_end + 30 WHERE id = {paragraph}",
        r"article \d+, version 1: block \d+ begins at \d+, before the one ahead of it ends at \d+",
    ),
    (
        "blocks",
        "UPDATE articles_block SET source_start = NULL, source_end = NULL WHERE id = {paragraph}",
        r"article \d+, version 1: block \d+ has no place in the source",
    ),
    (
        "blocks",
        "UPDATE articles_block SET source_end = 99999 WHERE id = (SELECT max(id) FROM articles_block"
        " WHERE version_id = {first})",
        r"article \d+, version 1: block \d+ ends at 99999, after the source, which ends at \d+",
    ),
    (
        "anchors",
        "UPDATE articles_block SET text = replace(text, '883', '885')",
        r"anchor \d+ \(article \d+, block \d+\): at \d+ stands '[^']*885[^']*', not '[^']*883[^']*'",
    ),
    (
        "anchors",
        "UPDATE articles_quote SET article_id = (SELECT max(id) FROM articles_article)",
        r"anchor \d+: it is for quote \d+ of another article, and stands in article \d+",
    ),
    (
        "anchors",
        "DELETE FROM articles_anchor USING articles_block block, articles_article article WHERE block.id = block_id"
        " AND article.current_id = block.version_id AND mention_id IS NOT NULL;"
        " UPDATE articles_anchor SET state = 'ok' WHERE state = 'lost'",
        r"mention \d+: its words stand in an older text alone, and none is marked as lost",
    ),
    (
        "anchors",
        "UPDATE articles_anchor SET state = 'lost'",
        r"anchor \d+: it is marked as lost and stands in the text that article \d+ shows",
    ),
    (
        "articles",
        "UPDATE articles_article SET current_id = (SELECT id FROM articles_version v WHERE v.article_id ="
        " articles_article.id AND number = 1) WHERE url = 'https://koran.example/perahu'",
        r"article \d+: it shows version 1, and 2 is its newest",
    ),
    (
        "articles",
        "UPDATE articles_article SET current_id = NULL, state = 'draft' WHERE url = 'https://koran.example/kapal'",
        r"article \d+: it has texts and shows none",
    ),
    (
        "articles",
        "ALTER TABLE articles_article DISABLE TRIGGER article_read_by;"
        " UPDATE articles_article SET read_by = 'rules-0' WHERE url = 'https://koran.example/kapal'",
        r"article \d+: it is noted as read by 'rules-0', and its text was read by ''",
    ),
    (
        "articles",
        "INSERT INTO articles_decision (subject_type_id, subject_id, action, at, reason) SELECT id, 99999, 'import',"
        " now(), '' FROM django_content_type WHERE app_label = 'articles' AND model = 'article'",
        r"article 99999: decision \d+ says that it was imported; it is neither there nor erased",
    ),
    (
        "articles",
        "INSERT INTO articles_tombstone (article_key, was_public, url, sources, reason, at)"
        " SELECT min(id), true, '', '{{}}', 'x', now() FROM articles_article",
        r"article \d+: it was erased, and is there",
    ),
    (
        "runs",
        "UPDATE articles_importrun SET new = new + 1, refused = refused - 1 WHERE id = {folder}",
        r"import \d+ \(importers\): it counts \d+ new, its journal \d+",
    ),
    (
        "runs",
        "DELETE FROM articles_refusal WHERE run_id = {folder} AND id IN (SELECT min(id) FROM articles_refusal)",
        r"import \d+, batch 1: it journalled \d+ refused records and keeps \d+",
    ),
    (
        "runs",
        "UPDATE articles_batch SET number = 2 WHERE run_id = {folder}",
        r"import \d+ \(importers\): it has 1 batches, numbered from 2 to 2",
    ),
    (
        "runs",
        "UPDATE articles_refusal SET batch_id = NULL; DELETE FROM articles_batch",
        r"import \d+ \(importers\): its journal is missing",
    ),
    (
        "runs",
        "DELETE FROM articles_input WHERE id IN (SELECT max(id) FROM articles_input WHERE run_id = {folder})",
        r"import \d+ \(importers\): the list of its files gives the sha256 [0-9a-f]{64}, not [0-9a-f]{64}",
    ),
    (
        "runs",
        "UPDATE articles_source SET run_id = (SELECT min(id) FROM articles_importrun)",
        r"import \d+ \(first-article\.txt\): it saw 1 records; the archive has \d+ of it",
    ),
    (
        "runs",
        "UPDATE articles_source SET run_id = (SELECT min(id) FROM articles_importrun) WHERE run_id = {folder}",
        r"import \d+ \(importers\): it counts \d+ new articles; the archive has 0, and 1 were erased",
    ),
    (
        "runs",
        "UPDATE articles_refusal SET batch_id = (SELECT max(id) FROM articles_batch) WHERE run_id = {folder}",
        r"refusal \d+: import \d+ refused it, and a batch of import \d+ journalled it",
    ),
    (
        "runs",
        "UPDATE articles_refusal SET taken_in_id = (SELECT max(id) FROM articles_batch) WHERE taken_in_id IS NOT NULL",
        r"refusal \d+: import \d+ is said to have taken it, which did not try import \d+ again",
    ),
    (
        "deliveries",
        "UPDATE articles_importrun SET finished_at = NULL",
        r"delivered file \d+ \(articles\.jsonl\): it is said to be done, and import \d+ is not",
    ),
    (
        "deliveries",
        "UPDATE articles_deliveredfile SET run_id = {folder}",
        r"delivered file \d+ \(articles\.jsonl\): import \d+ read other bytes, of the sha256 [0-9a-f]{64}",
    ),
    (
        "search",
        "DELETE FROM articles_articleentry WHERE article_id = (SELECT min(id) FROM articles_article)",
        r"article \d+: search has no entry of it",
    ),
    (
        "search",
        "UPDATE articles_articleentry SET lead = ''::tsvector",
        r"article \d+: search weighs it by other words than those that lead it",
    ),
    (
        "search",
        "UPDATE articles_articleentry SET keys = keys || 20::bigint WHERE article_id = {first_article}",
        r"article \d+: its search entry has waiting, which is not so",
    ),
    (
        "search",
        "UPDATE articles_articleentry SET keys = '{{}}' WHERE article_id = {first_article}",
        r"article \d+: its search entry lacks .*publisher \d+.*",
    ),
    (
        "search",
        "UPDATE articles_articleentry SET public = false, language = 'ms' WHERE article_id = {first_article}",
        r"article \d+: its search entry says language: ms, which is id; says public: False, which is True",
    ),
    (
        "search",
        "UPDATE articles_quoteentry SET vector = ''::tsvector",
        r"quote \d+: its search entry holds other words than it has",
    ),
    (
        "search",
        "DELETE FROM articles_statisticentry",
        r"statistic \d+: search has no entry of it",
    ),
    (
        "search",
        "UPDATE articles_article SET state = 'draft', current_id = NULL WHERE url = 'https://koran.example/kapal'",
        r"article entry \d+: there is nothing that it is of",
    ),
    (
        "copies",
        "INSERT INTO articles_fingerprint (article_id, version_id, words_sha256, bands)"
        " SELECT (SELECT max(id) FROM articles_article), {first}, '', '{{}}'",
        r"article \d+: its fingerprint was made of version \d+, which is article \d+'s",
    ),
    (
        "copies",
        "UPDATE articles_copy SET first_id = article_id",
        r"likeness \d+: articles \d+ and \d+ are one text by decision, and in no group together",
    ),
    (
        "copies",
        "DELETE FROM articles_copy; UPDATE articles_likeness SET status = 'suggested', decided_at = NULL",
        r"likeness \d+: articles \d+ and \d+ are alike, and in no group together",
    ),
    (
        "copies",
        "UPDATE articles_likeness SET status = 'rejected', decided_at = now();"
        " UPDATE articles_copy SET sure_id = article_id",
        r"likeness \d+: articles \d+ and \d+ were parted, and are in one group",
    ),
    (
        "copies",
        "DELETE FROM articles_copy WHERE first_id = article_id",
        r"article \d+: its group of copies is named after article \d+, which does not lead it",
    ),
)


def break_by(statements: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {OPENED} {statements.format(**PLACES)}")
