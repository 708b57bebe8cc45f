"""What is part of something is not also the whole of it; and an erasure, alone, may touch evidence."""

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
    ]
