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

BLOCK = """
CREATE FUNCTION newsarchive_block_in_body() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE words text;
BEGIN
    IF NEW.body_start IS NOT NULL THEN
        SELECT substring(body FROM NEW.body_start + 1 FOR NEW.body_end - NEW.body_start) INTO words
        FROM articles_version WHERE id = NEW.version_id;
        IF words IS DISTINCT FROM NEW.text THEN
            RAISE EXCEPTION 'block % does not stand in the body at %', NEW.position, NEW.body_start
            USING ERRCODE = 'check_violation', CONSTRAINT = 'block_text_is_in_body';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER block_in_body BEFORE INSERT ON articles_block
    FOR EACH ROW EXECUTE FUNCTION newsarchive_block_in_body();
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
            BLOCK, "DROP TRIGGER block_in_body ON articles_block; DROP FUNCTION newsarchive_block_in_body()"
        ),
    ]
