"""All that the search page shows; list pages of one kind ask `listing` alone."""

from __future__ import annotations

from articles.search.listing import Listing, Problem, listing

__all__ = ["Listing", "Problem", "listing"]
