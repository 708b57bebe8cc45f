"""Rules that span rows: evidence is immutable, and an anchor holds the very words that it points to."""

from django.db import migrations

IMMUTABLE = ("source", "version", "block", "decision")

REFUSE = """
CREATE FUNCTION newsarchive_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is immutable: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
"""

ANCHOR = """
CREATE FUNCTION newsarchive_anchor_exact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE words text;
BEGIN
    SELECT substring(text FROM NEW.start + 1 FOR NEW."end" - NEW.start) INTO words
    FROM articles_block WHERE id = NEW.block_id;
    IF words IS DISTINCT FROM NEW.exact THEN
        RAISE EXCEPTION 'anchor says %, block % has %', quote_literal(NEW.exact), NEW.block_id, quote_nullable(words)
        USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_exact_is_in_block';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER anchor_exact BEFORE INSERT OR UPDATE ON articles_anchor
    FOR EACH ROW EXECUTE FUNCTION newsarchive_anchor_exact();
"""

# All that one statement adds is compared at once: blocks that follow one another in the body are one stretch of
# it, so that the body is read once for each stretch and not for each block.
BLOCK = """
CREATE FUNCTION newsarchive_blocks_in_body() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
    WITH placed AS (
        SELECT version_id, position, text, body_start, body_end,
            -- The same for all blocks of a stretch, each of which ends its own length and a blank line further on.
            body_end - sum(char_length(text) + 2) OVER (PARTITION BY version_id ORDER BY body_start, position)
                AS stretch
        FROM added WHERE body_start IS NOT NULL
    ), stretches AS (
        SELECT version_id, min(position) AS position, min(body_start) AS start, max(body_end) AS "end",
            string_agg(text, E'\\n\\n' ORDER BY body_start, position) AS words,
            bool_and(body_end - body_start = char_length(text)) AS long_enough
        FROM placed GROUP BY version_id, stretch
    )
    SELECT stretches.position, start INTO wrong
    FROM stretches LEFT JOIN articles_version version ON version.id = version_id
    WHERE NOT long_enough OR words IS DISTINCT FROM substring(version.body FROM start + 1 FOR "end" - start)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'block % or one after it does not stand in the body at %', wrong.position, wrong.start
        USING ERRCODE = 'check_violation', CONSTRAINT = 'block_text_is_in_body';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER blocks_in_body AFTER INSERT ON articles_block REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_blocks_in_body();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION newsarchive_refuse()"),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE ON articles_{table} "
                "FOR EACH ROW EXECUTE FUNCTION newsarchive_refuse()",
                f"DROP TRIGGER {table}_immutable ON articles_{table}",
            )
            for table in IMMUTABLE
        ),
        migrations.RunSQL(
            ANCHOR, "DROP TRIGGER anchor_exact ON articles_anchor; DROP FUNCTION newsarchive_anchor_exact()"
        ),
        migrations.RunSQL(
            BLOCK, "DROP TRIGGER blocks_in_body ON articles_block; DROP FUNCTION newsarchive_blocks_in_body()"
        ),
    ]
