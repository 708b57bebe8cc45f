"""An article shows a text of its own, and a fact rests on words of its own article."""

from django.db import migrations

CURRENT = """
CREATE FUNCTION newsarchive_current_is_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.current_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM articles_version WHERE id = NEW.current_id AND article_id = NEW.id) THEN
        RAISE EXCEPTION 'article % cannot show version %, which is another article''s', NEW.id, NEW.current_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'article_current_is_own';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER article_current BEFORE INSERT OR UPDATE OF current_id ON articles_article
    FOR EACH ROW EXECUTE FUNCTION newsarchive_current_is_own();
"""

ANCHOR = """
CREATE FUNCTION newsarchive_anchor_in_own_article() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE told bigint;
DECLARE printed bigint;
BEGIN
    -- Events have no article of their own: several may tell of one.
    SELECT coalesce(
        (SELECT article_id FROM articles_mention WHERE id = NEW.mention_id),
        (SELECT article_id FROM articles_quote WHERE id = NEW.quote_id),
        (SELECT article_id FROM articles_printing WHERE id = NEW.printing_id),
        (SELECT article_id FROM articles_datemention WHERE id = NEW.date_id)
    ) INTO told;
    IF told IS NOT NULL THEN
        SELECT version.article_id INTO printed
        FROM articles_block block JOIN articles_version version ON version.id = block.version_id
        WHERE block.id = NEW.block_id;
        IF printed IS DISTINCT FROM told THEN
            RAISE EXCEPTION 'a fact of article % cannot rest on words of article %', told, printed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_in_own_article';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER anchor_in_own_article BEFORE INSERT OR UPDATE ON articles_anchor
    FOR EACH ROW EXECUTE FUNCTION newsarchive_anchor_in_own_article();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_rules")]

    operations = [
        migrations.RunSQL(
            CURRENT, "DROP TRIGGER article_current ON articles_article; DROP FUNCTION newsarchive_current_is_own()"
        ),
        migrations.RunSQL(
            ANCHOR,
            "DROP TRIGGER anchor_in_own_article ON articles_anchor; DROP FUNCTION newsarchive_anchor_in_own_article()",
        ),
    ]
