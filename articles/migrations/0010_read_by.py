"""What the rules have read stands with the article; words of facts are compared by the statement, not by the row."""

from importlib import import_module

from django.db import migrations, models

# A reading tells which edition of the rules has read a text. To find the few texts that none has read, among a million,
# the answer stands with the article: whoever writes a reading, or lets an article show another text, changes it there.
READ_BY = """
CREATE FUNCTION newsarchive_read_by() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Whatever a writer says: what he knows of the article may be old.
    NEW.read_by := CASE
        WHEN NEW.current_id IS NULL OR NEW.rights = 'reference' THEN NULL
        ELSE coalesce((SELECT rules FROM articles_reading WHERE version_id = NEW.current_id), '')
    END;
    RETURN NEW;
END $$;
CREATE TRIGGER article_read_by BEFORE INSERT OR UPDATE OF current_id, rights, read_by ON articles_article
    FOR EACH ROW EXECUTE FUNCTION newsarchive_read_by();

CREATE FUNCTION newsarchive_was_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE articles_article article SET read_by = written.rules
    FROM written WHERE article.current_id = written.version_id AND article.read_by IS DISTINCT FROM written.rules;
    RETURN NULL;
END $$;
CREATE TRIGGER reading_added AFTER INSERT ON articles_reading REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_was_read();
CREATE TRIGGER reading_changed AFTER UPDATE ON articles_reading REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_was_read();

CREATE FUNCTION newsarchive_reading_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE articles_article article SET read_by = '' FROM gone WHERE article.current_id = gone.version_id;
    RETURN NULL;
END $$;
CREATE TRIGGER reading_gone AFTER DELETE ON articles_reading REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_reading_gone();
"""
NOT_READ_BY = """
DROP TRIGGER reading_gone ON articles_reading;
DROP TRIGGER reading_changed ON articles_reading;
DROP TRIGGER reading_added ON articles_reading;
DROP TRIGGER article_read_by ON articles_article;
DROP FUNCTION newsarchive_reading_gone();
DROP FUNCTION newsarchive_was_read();
DROP FUNCTION newsarchive_read_by();
"""

# What 0002 and 0003 ask of each row is asked of all rows of a statement at once. What stands before the words is passed
# over once, and what stands behind them is not looked at: substring() counts the whole block, twice.
ANCHORS = """
DROP TRIGGER anchor_exact ON articles_anchor;
DROP FUNCTION newsarchive_anchor_exact();
DROP TRIGGER anchor_in_own_article ON articles_anchor;
DROP FUNCTION newsarchive_anchor_in_own_article();

CREATE FUNCTION newsarchive_anchors_exact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
    SELECT pointed.exact, block_id, words INTO wrong
    FROM written pointed LEFT JOIN articles_block block ON block.id = block_id,
        LATERAL (SELECT CASE start WHEN 0 THEN text ELSE right(text, -start) END AS rest) after,
        LATERAL (SELECT left(rest, "end" - start) AS words) stands
    WHERE words IS DISTINCT FROM pointed.exact
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'anchor says %, block % has %',
            quote_literal(wrong.exact), wrong.block_id, quote_nullable(wrong.words)
        USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_exact_is_in_block';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION newsarchive_anchors_in_own_article() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
    -- Events have no article of their own: several may tell of one.
    SELECT told.article_id AS told, version.article_id AS printed INTO wrong
    FROM (
        SELECT block_id, article_id FROM written JOIN articles_mention fact ON fact.id = mention_id
        UNION ALL SELECT block_id, article_id FROM written JOIN articles_quote fact ON fact.id = quote_id
        UNION ALL SELECT block_id, article_id FROM written JOIN articles_printing fact ON fact.id = printing_id
        UNION ALL SELECT block_id, article_id FROM written JOIN articles_datemention fact ON fact.id = date_id
    ) told
    LEFT JOIN articles_block block ON block.id = told.block_id
    LEFT JOIN articles_version version ON version.id = block.version_id
    WHERE version.article_id IS DISTINCT FROM told.article_id
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'a fact of article % cannot rest on words of article %', wrong.told, wrong.printed
        USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_in_own_article';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER anchors_exact_added AFTER INSERT ON articles_anchor REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_anchors_exact();
CREATE TRIGGER anchors_exact_changed AFTER UPDATE ON articles_anchor REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_anchors_exact();
CREATE TRIGGER anchors_in_own_article_added AFTER INSERT ON articles_anchor REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_anchors_in_own_article();
CREATE TRIGGER anchors_in_own_article_changed AFTER UPDATE ON articles_anchor REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION newsarchive_anchors_in_own_article();
"""
NO_ANCHORS = """
DROP TRIGGER anchors_in_own_article_changed ON articles_anchor;
DROP TRIGGER anchors_in_own_article_added ON articles_anchor;
DROP TRIGGER anchors_exact_changed ON articles_anchor;
DROP TRIGGER anchors_exact_added ON articles_anchor;
DROP FUNCTION newsarchive_anchors_in_own_article();
DROP FUNCTION newsarchive_anchors_exact();
"""
BEFORE = [import_module(f"articles.migrations.{name}").ANCHOR for name in ("0002_rules", "0003_own_article")]


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_readings")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="read_by",
            field=models.CharField(
                editable=False,
                help_text=(
                    "Edition of the rules that has read the text shown; blank: none yet; null: a note, or no text. "
                    "The database keeps it, by Reading."
                ),
                max_length=40,
                null=True,
            ),
        ),
        migrations.RunSQL(READ_BY, NOT_READ_BY),
        migrations.RunSQL(ANCHORS, [NO_ANCHORS, *BEFORE]),
    ]
