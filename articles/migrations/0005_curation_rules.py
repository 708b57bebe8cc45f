"""No circles, no names of what was merged away; and an erasure, alone, may touch evidence."""

from django.db import migrations

REFUSE = """
CREATE OR REPLACE FUNCTION newsarchive_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is immutable: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
"""

# Only `actions.erase` says this, for the length of its transaction; what it leaves behind is not open to it either.
REFUSE_UNLESS_ERASING = """
CREATE OR REPLACE FUNCTION newsarchive_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('newsarchive.erasing', true) = 'yes' AND TG_TABLE_NAME <> 'articles_tombstone' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION '% is immutable: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
"""

TOMBSTONE = """
CREATE TRIGGER tombstone_immutable BEFORE UPDATE OR DELETE ON articles_tombstone
    FOR EACH ROW EXECUTE FUNCTION newsarchive_refuse();
"""

NO_CIRCLE = """
CREATE FUNCTION newsarchive_no_circle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE next bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
DECLARE circle boolean;
BEGIN
    -- The first step back, to the row itself, each table's own check refuses.
    IF next IS NULL OR next = NEW.id THEN
        RETURN NEW;
    END IF;
    EXECUTE format(
        'WITH RECURSIVE up (id) AS (
            SELECT $1 UNION SELECT row.%1$I FROM %2$I row JOIN up ON row.id = up.id WHERE row.%1$I IS NOT NULL
        ) SELECT EXISTS (SELECT FROM up WHERE id = $2)', TG_ARGV[0], TG_TABLE_NAME
    ) INTO circle USING next, NEW.id;
    IF circle THEN
        RAISE EXCEPTION '% %: % leads back to it', TG_TABLE_NAME, NEW.id, TG_ARGV[0]
        USING ERRCODE = 'check_violation', CONSTRAINT = 'no_circle';
    END IF;
    RETURN NEW;
END $$;
"""

CHAINS = (
    ("statistic", "out_of_id"),
    ("entity", "merged_into_id"),
    ("topic", "broader_id"),
    ("topic", "merged_into_id"),
    ("event", "previous_id"),
)


# A merge moves all that names the one that goes, and waits for whoever is writing (actions.log): so what was read
# before it and is written after it is refused here, and no row is left behind.
NOT_MERGED = """
CREATE FUNCTION newsarchive_not_merged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE written jsonb := to_jsonb(NEW);
DECLARE named text;
DECLARE gone boolean;
BEGIN
    FOREACH named IN ARRAY TG_ARGV[1:] LOOP
        CONTINUE WHEN written ->> named IS NULL;
        EXECUTE format('SELECT merged_into_id IS NOT NULL FROM %I WHERE id = $1', TG_ARGV[0])
            INTO gone USING (written ->> named)::bigint;
        IF gone THEN
            RAISE EXCEPTION '% %: % was merged into another', TG_TABLE_NAME, NEW.id, named
            USING ERRCODE = 'check_violation', CONSTRAINT = 'not_merged_away';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
"""

# By table: whose rows it names, and in which columns.
NAMING = {
    "article": ("entity", "publisher_id"),
    "articletopic": ("topic", "topic_id"),
    "event": ("entity", "place_id", "reported_by_id"),
    "event_participants": ("entity", "entity_id"),
    "mention": ("entity", "entity_id", "role_at_id"),
    "quote": ("entity", "speaker_id", "on_behalf_of_id", "addressee_id"),
    "relayhop": ("entity", "agent_id"),
    "series": ("entity", "place_id"),
    "statistic": ("entity", "place_id", "stated_by_id"),
}


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_curation")]

    operations = [
        migrations.RunSQL(REFUSE_UNLESS_ERASING, REFUSE),
        migrations.RunSQL(TOMBSTONE, "DROP TRIGGER tombstone_immutable ON articles_tombstone"),
        migrations.RunSQL(NO_CIRCLE, "DROP FUNCTION newsarchive_no_circle()"),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER {table}_{column}_no_circle BEFORE INSERT OR UPDATE OF {column} ON articles_{table} "
                f"FOR EACH ROW EXECUTE FUNCTION newsarchive_no_circle('{column}')",
                f"DROP TRIGGER {table}_{column}_no_circle ON articles_{table}",
            )
            for table, column in CHAINS
        ),
        migrations.RunSQL(NOT_MERGED, "DROP FUNCTION newsarchive_not_merged()"),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER {table}_not_merged BEFORE INSERT OR UPDATE OF {', '.join(columns)} "
                f"ON articles_{table} FOR EACH ROW "
                f"EXECUTE FUNCTION newsarchive_not_merged('articles_{named}', {', '.join(map(repr, columns))})",
                f"DROP TRIGGER {table}_not_merged ON articles_{table}",
            )
            for table, (named, *columns) in NAMING.items()
        ),
    ]
