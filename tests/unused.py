"""Dead code: names that neither the code nor a template uses. `./run lint` runs it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from vulture import Vulture
from vulture.core import Item

ROOT = Path(__file__).resolve().parent.parent
SCANNED = ("articles", "newsarchive", "manage.py")
# Called by Django, by its admin or by django-filter, never by us.
FRAMEWORK = [
    *("Command", "handle", "help", "add_arguments", "requires_migrations_checks", "args", "kwargs", "options"),
    *("Meta", "abstract", "ordering", "indexes", "constraints", "verbose_name*", "default_auto_field", "*Config"),
    *("urlpatterns", "app_name", "handler4??", "handler500", "regex", "to_python", "to_url", "get_absolute_url"),
    *(
        "list_*",
        "search_fields",
        "exclude",
        "has_*_permission",
        "obj",
        "show_full_result_count",
        "site_*",
        "index_title",
    ),
    *(
        "index_title",
        "lastmod",
        "get_latest_lastmod",
        "item_attributes",
        "latest_post_date",
        "location",
        "limit",
        "items",
        "template",
        "clean_*",
        "process_exception",
    ),
    # The admin's own hooks, of models and of the site.
    *(
        "actions",
        "add_view",
        "autocomplete_fields",
        "can_delete",
        "change_*_template",
        "changeform_view",
        "changelist_view",
    ),
    *("date_hierarchy", "default_site", "delete_existing", "enable_nav_sidebar", "extra", "fieldsets", "formfield_*"),
    *(
        "formset",
        "CurationSite",
        "get_changelist*",
        "get_ordering",
        "get_extra",
        "get_fields*",
        "get_form*",
        "get_object",
        "get_prepopulated_fields",
    ),
    *(
        "get_queryset",
        "get_readonly_fields",
        "get_search_results",
        "get_urls",
        "has_changed",
        "has_output",
        "help_texts",
    ),
    *(
        "history_view",
        "inlines",
        "list_*",
        "log_addition",
        "log_change",
        "log_deletions",
        "lookups",
        "optgroups",
        "ordering",
    ),
    *("prepare_value", "prepopulated_fields", "readonly_fields", "render_change_form", "response_action", "save_*"),
    *("search_help_text", "show_facets", "view_on_site", "*_FORMAT", "get_failures", "reset_user_attempts"),
    *("receive_data_chunk", "file_complete"),
    *("widget", "validate", "field_class", "filter_queryset", "arg_joiner", "output_field", "allow_multiple_selected"),
]


def main() -> int:
    """Print what is unused, a line each; return the exit code."""
    finder = Vulture(ignore_names=FRAMEWORK, ignore_decorators=["@register.*", "@admin.*"])
    finder.scavenge([str(ROOT / path) for path in SCANNED], exclude=["*/migrations/*", "*/settings.py"])
    # Settings use names too, though Django alone reads what they set; templates use properties and fields.
    elsewhere = [ROOT / "newsarchive" / "settings.py", *(ROOT / "templates").rglob("*.html")]
    used = {name for path in elsewhere for name in re.findall(r"\w+", path.read_text(encoding="utf-8"))}
    # django-filter and update_fields name methods and columns by strings.
    code = (path.read_text(encoding="utf-8") for path in (ROOT / "articles").rglob("*.py"))
    used |= {name for text in code for name in re.findall(r'"(\w+)"', text)}
    unused = [item for item in finder.get_unused_code(min_confidence=60) if item.name not in used and not column(item)]
    for item in unused:
        sys.stdout.write(
            f"{Path(item.filename).relative_to(ROOT)}:{item.first_lineno}: unused {item.typ} {item.name}\n"
        )
    return 1 if unused else 0


def column(item: Item) -> bool:
    """Tell a column or a filter's parameter from a name of ours: the database, the admin and addresses use it."""
    return item.typ in {"variable", "attribute"} and bool(
        {"models", "search", "annotate"} & {*Path(item.filename).parts}
    )


if __name__ == "__main__":
    sys.exit(main())
