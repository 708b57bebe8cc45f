"""Entries know what an article holds: facts, days and state stand beside its words, and the database keeps them."""

import django.contrib.postgres.fields
import django.contrib.postgres.search
from django.db import migrations, models

# What `Key` of models/keys.py says in words. All of an article is read anew: there is little of it, and whoever adds to
# a number, or takes from it, need not know what else says the same.
WHAT = """
CREATE FUNCTION newsarchive_entry(asked bigint[])
RETURNS TABLE (
    article_id bigint, keys bigint[], language text, newest date, oldest date, public boolean, note boolean
) LANGUAGE sql STABLE AS $$
    SELECT
        article.id,
        array(
            SELECT (pk << 5) | (what << 1) | min(suggested)
            FROM (
                SELECT says.what, says.pk, (status = 'suggested')::int
                FROM articles_mention, LATERAL (VALUES
                    (CASE entity_id WHEN article.publisher_id THEN 2 ELSE 1 END, CASE WHEN NOT nested THEN entity_id END),
                    (CASE status WHEN 'confirmed' THEN 9 ELSE 10 END, 0)
                ) says (what, pk)
                WHERE article_id = article.id AND status IN ('confirmed', 'suggested')
                UNION ALL
                SELECT 3, article.publisher_id, 0
                UNION ALL
                SELECT says.what, says.pk, (status = 'suggested')::int
                FROM articles_articletopic, LATERAL (VALUES
                    (4, topic_id), (CASE status WHEN 'confirmed' THEN 9 ELSE 10 END, 0)
                ) says (what, pk)
                WHERE article_id = article.id AND status IN ('confirmed', 'suggested')
                UNION ALL
                SELECT says.what, says.pk, (status = 'suggested')::int
                FROM articles_quote, LATERAL (VALUES
                    (5, speaker_id), (7, 0), (CASE status WHEN 'confirmed' THEN 9 ELSE 10 END, 0)
                ) says (what, pk)
                WHERE article_id = article.id AND status IN ('confirmed', 'suggested')
                UNION ALL
                -- A figure is seen where both it and its printing are.
                SELECT says.what, says.pk, ('suggested' IN (printing.status, figure.status))::int
                FROM articles_printing printing JOIN articles_statistic figure ON figure.id = statistic_id,
                    LATERAL (VALUES (6, figure.stated_by_id), (8, 0)) says (what, pk)
                WHERE article_id = article.id
                    AND printing.status IN ('confirmed', 'suggested') AND figure.status IN ('confirmed', 'suggested')
                UNION ALL
                SELECT CASE status WHEN 'confirmed' THEN 9 ELSE 10 END, 0, (status = 'suggested')::int
                FROM (
                    SELECT status FROM articles_printing WHERE article_id = article.id
                    UNION ALL SELECT status FROM articles_datemention WHERE article_id = article.id
                ) other
                WHERE status IN ('confirmed', 'suggested')
            ) held (what, pk, suggested)
            WHERE pk IS NOT NULL
            GROUP BY what, pk
            ORDER BY 1
        ),
        article.language,
        CASE WHEN published_earliest IS NOT NULL THEN coalesce(published_latest, DATE '2200-12-31') END,
        published_earliest,
        state = 'published',
        rights = 'reference'
    FROM articles_article article
    WHERE article.id = ANY (asked)
$$;

-- To plan what it asks takes longer than to do it, so one plan is kept; not one that fits tables as good as empty.
CREATE FUNCTION newsarchive_entries_follow(changed bigint[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
    -- Whoever waits here for another writer sees, in the next statement, what that one has written.
    PERFORM FROM articles_articleentry WHERE article_id = ANY (changed) ORDER BY article_id FOR NO KEY UPDATE;
    -- An entry that is written anew has all its words put into the indexes again, so only those that differ are.
    UPDATE articles_articleentry entry
    SET keys = now.keys, language = now.language, newest = now.newest, oldest = now.oldest,
        public = now.public, note = now.note
    FROM newsarchive_entry(changed) now
    WHERE entry.article_id = now.article_id
        AND (entry.keys, entry.language, entry.newest, entry.oldest, entry.public, entry.note)
            IS DISTINCT FROM (now.keys, now.language, now.newest, now.oldest, now.public, now.note);
END $$;

-- Who writes many facts of the same articles lets the entries follow once: `newsarchive.later` is '{}' from then on,
-- here the articles are noted in it, and newsarchive_entries_catch_up() ends it. All of this ends with a transaction.
CREATE FUNCTION newsarchive_entries_changed(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE later text := current_setting('newsarchive.later', true);
BEGIN
    IF changed IS NULL THEN
        RETURN;
    ELSIF later <> '' THEN
        PERFORM set_config('newsarchive.later', array(SELECT DISTINCT unnest(later::bigint[] || changed))::text, true);
    ELSE
        PERFORM newsarchive_entries_follow(changed);
    END IF;
END $$;

CREATE FUNCTION newsarchive_entries_catch_up() RETURNS void LANGUAGE plpgsql AS $$
DECLARE later text := current_setting('newsarchive.later', true);
BEGIN
    PERFORM set_config('newsarchive.later', '', true);
    IF later <> '' THEN
        PERFORM newsarchive_entries_follow(later::bigint[]);
    END IF;
END $$;

CREATE FUNCTION newsarchive_entry_added() RETURNS trigger LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
    SELECT now.keys, now.language, now.newest, now.oldest, now.public, now.note
    INTO NEW.keys, NEW.language, NEW.newest, NEW.oldest, NEW.public, NEW.note
    FROM newsarchive_entry(ARRAY[NEW.article_id]) now;
    RETURN NEW;
END $$;
CREATE TRIGGER entry_added BEFORE INSERT ON articles_articleentry
    FOR EACH ROW WHEN (NEW.keys IS NULL) EXECUTE FUNCTION newsarchive_entry_added();
"""
NOT_WHAT = """
DROP TRIGGER entry_added ON articles_articleentry;
DROP FUNCTION newsarchive_entry_added();
DROP FUNCTION newsarchive_entries_catch_up();
DROP FUNCTION newsarchive_entries_changed(bigint[]);
DROP FUNCTION newsarchive_entries_follow(bigint[]);
DROP FUNCTION newsarchive_entry(bigint[]);
"""

# By table: the columns that an entry depends on, beside the article.
FACTS = {
    "mention": "entity_id, nested, status",
    "articletopic": "topic_id, status",
    "quote": "speaker_id, status",
    "printing": "statistic_id, status",
    "datemention": "status",
}
FACT = """
CREATE FUNCTION newsarchive_{table}_keys() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        changed := (SELECT array_agg(DISTINCT article_id) FROM written);
    ELSIF TG_OP = 'DELETE' THEN
        changed := (SELECT array_agg(DISTINCT article_id) FROM gone);
    ELSE
        changed := (
            SELECT array_agg(DISTINCT article_id) FROM (
                (SELECT id, article_id, {columns} FROM gone EXCEPT SELECT id, article_id, {columns} FROM written)
                UNION ALL
                (SELECT id, article_id, {columns} FROM written EXCEPT SELECT id, article_id, {columns} FROM gone)
            ) other
        );
    END IF;
    PERFORM newsarchive_entries_changed(changed);
    RETURN NULL;
END $$;
CREATE TRIGGER {table}_keys_added AFTER INSERT ON articles_{table} REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_{table}_keys();
CREATE TRIGGER {table}_keys_changed AFTER UPDATE ON articles_{table} REFERENCING OLD TABLE AS gone NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_{table}_keys();
CREATE TRIGGER {table}_keys_gone AFTER DELETE ON articles_{table} REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_{table}_keys();
"""
NOT_FACT = """
DROP TRIGGER {table}_keys_gone ON articles_{table};
DROP TRIGGER {table}_keys_changed ON articles_{table};
DROP TRIGGER {table}_keys_added ON articles_{table};
DROP FUNCTION newsarchive_{table}_keys();
"""

# Who rejects a figure writes the entries of all articles whose printings it sees. One that is being added, or moved, it
# does not see: so the figure is held first, and what is said of it is read when its other writer has ended. Triggers
# of one event go in the order of their names: `held` before `keys`.
HELD = """
CREATE FUNCTION newsarchive_printing_held() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE figures bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        figures := array(SELECT DISTINCT statistic_id FROM written);
    ELSE
        figures := array(
            SELECT DISTINCT statistic_id FROM (
                SELECT id, article_id, statistic_id FROM written EXCEPT SELECT id, article_id, statistic_id FROM gone
            ) moved
        );
    END IF;
    PERFORM FROM articles_statistic WHERE id = ANY (figures) ORDER BY id FOR SHARE;
    RETURN NULL;
END $$;
CREATE TRIGGER printing_held_added AFTER INSERT ON articles_printing REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_printing_held();
CREATE TRIGGER printing_held_changed AFTER UPDATE ON articles_printing
    REFERENCING OLD TABLE AS gone NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_printing_held();
"""
NOT_HELD = """
DROP TRIGGER printing_held_changed ON articles_printing;
DROP TRIGGER printing_held_added ON articles_printing;
DROP FUNCTION newsarchive_printing_held();
"""

# An article that is added has no entry yet, a figure no printing; who removes one has removed these before.
OTHERS = """
CREATE FUNCTION newsarchive_article_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsarchive_entries_changed((
        SELECT array_agg(id) FROM (
            SELECT id, publisher_id, language, published_earliest, published_latest, state, rights FROM written
            EXCEPT SELECT id, publisher_id, language, published_earliest, published_latest, state, rights FROM gone
        ) other
    ));
    RETURN NULL;
END $$;
CREATE TRIGGER article_keys_changed AFTER UPDATE ON articles_article
    REFERENCING OLD TABLE AS gone NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_article_keys();

CREATE FUNCTION newsarchive_statistic_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsarchive_entries_changed((
        SELECT array_agg(DISTINCT article_id) FROM (
            SELECT id, stated_by_id, status FROM written EXCEPT SELECT id, stated_by_id, status FROM gone
        ) other JOIN articles_printing ON statistic_id = other.id
    ));
    RETURN NULL;
END $$;
CREATE TRIGGER statistic_keys_changed AFTER UPDATE ON articles_statistic
    REFERENCING OLD TABLE AS gone NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_statistic_keys();
"""
NOT_OTHERS = """
DROP TRIGGER statistic_keys_changed ON articles_statistic;
DROP FUNCTION newsarchive_statistic_keys();
DROP TRIGGER article_keys_changed ON articles_article;
DROP FUNCTION newsarchive_article_keys();
"""

# A vector is read where it is ranked, in one piece and not packed; the lead stays in the row.
STORED = """
ALTER TABLE articles_articleentry ALTER COLUMN vector SET STORAGE EXTERNAL;
ALTER TABLE articles_articleentry ALTER COLUMN lead SET STORAGE MAIN;
COMMENT ON TABLE articles_articleentry IS NULL;  -- no edition has written leads yet
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_costs")]

    operations = [
        # To fill in what follows would put all words into this index once more, and another one takes its place.
        migrations.RemoveIndex(model_name="articleentry", name="articleentry_vector"),
        migrations.AddField(
            model_name="articleentry",
            name="lead",
            field=django.contrib.postgres.search.SearchVectorField(
                default="",
                help_text=(
                    "The part of `vector` that tells what the article is about: headline, deck, first paragraph and "
                    "the words most repeated, with the same places and weights. Empty until reindex has run over an "
                    "older archive."
                ),
            ),
            preserve_default=False,
        ),
        migrations.AddField(  # 0013 fills it in, and the columns behind it
            model_name="articleentry",
            name="keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                help_text="What it holds, rising; models/keys.py. The database keeps it.",
                null=True,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="articleentry",
            name="language",
            field=models.TextField(default="", help_text="As the article has it. The database keeps it."),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="articleentry",
            name="newest",
            field=models.DateField(
                help_text=(
                    "Last possible day of publication, 2200-12-31 where it has no end; empty when undated. "
                    "The database keeps it."
                ),
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="articleentry",
            name="oldest",
            field=models.DateField(
                help_text="First possible day of publication; empty when undated. The database keeps it.", null=True
            ),
        ),
        migrations.AddField(
            model_name="articleentry",
            name="public",
            field=models.BooleanField(default=False, help_text="The article is published. The database keeps it."),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="articleentry",
            name="note",
            field=models.BooleanField(
                default=False, help_text="The article is a reference note. The database keeps it."
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(STORED, migrations.RunSQL.noop),
        migrations.RunSQL(WHAT, NOT_WHAT),
        *(
            migrations.RunSQL(FACT.format(table=table, columns=columns), NOT_FACT.format(table=table))
            for table, columns in FACTS.items()
        ),
        migrations.RunSQL(HELD, NOT_HELD),
        migrations.RunSQL(OTHERS, NOT_OTHERS),
    ]
