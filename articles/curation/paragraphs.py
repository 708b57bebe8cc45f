"""Blocks as people count them: the third paragraph, the headline. Nobody is told a position in the source."""

from __future__ import annotations

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from articles.models import Block


def name_of(block: Block, paragraph: int) -> str:
    """Return how an editor finds a block; `paragraph` counts paragraphs from 1."""
    if block.type == Block.Type.PARAGRAPH:
        return _("paragraph %(number)d") % {"number": paragraph}
    return block.get_type_display()


def paragraph_of(path: str = "") -> Coalesce:
    """Return the expression that counts a block's paragraph from 1, as `places.read` does.

    `path` leads to the block; "": the rows are blocks.
    """
    begin = f"{path}__" if path else ""
    before = Block.objects.filter(
        version=OuterRef(f"{begin}version"), position__lte=OuterRef(f"{begin}position"), type=Block.Type.PARAGRAPH
    )
    counted = before.order_by().values("version").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
