"""What proposed a fact, in the words of its rule's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from articles.extraction import days, figures, names, speech, topics
from articles.models import ArticleTopic, DateMention, Mention, Printing, Quote, Statistic

# As `actions.suggesting.trust.tool` writes it: "rules-1 quote.verb-after".
_TOOL: Final = re.compile(r"(?P<edition>\S+) (?P<kind>[a-z]+)\.(?P<rule>[a-z0-9-]+)")
_RULES: Final[Mapping[type[Model], Mapping[str, float]]] = {
    Mention: names.RULES,
    Quote: speech.RULES,
    Statistic: figures.RULES,
    Printing: figures.RULES,
    DateMention: days.RULES,
    ArticleTopic: topics.RULES,
}
# How sure a rule was, in parts that an editor can work through: from, and up to but not with.
SURE: Final[dict[str, tuple[float, float]]] = {
    "90": (0.9, 1.01),
    "70": (0.7, 0.9),
    "50": (0.5, 0.7),
    "0": (0.0, 0.5),
}


def in_words(tool: str) -> str:
    """Tell what proposed something: "quote: verb after (rules-1)"; of anything but a rule, its own name."""
    found = _TOOL.fullmatch(tool)
    if not found:
        return tool
    told = {"kind": found["kind"], "rule": rule_in_words(found["rule"]), "edition": found["edition"]}
    return _("%(kind)s: %(rule)s (%(edition)s)") % told


def rule_in_words(rule: str) -> str:
    """Return "verb after" for "quote.verb-after"."""
    return rule.rpartition(".")[2].replace("-", " ")


def rules_for(model: type[Model]) -> list[tuple[str, str]]:
    """Return the rules that suggest facts of a model, each with its words, in their order."""
    found = [(rule, rule_in_words(rule)) for rule in _RULES.get(model, ())]
    return sorted(found, key=lambda pair: pair[1])


def by_rule(rule: str) -> Q:
    """Return the condition that some edition of a rule proposed a fact."""
    return Q(tool__endswith=f" {rule}")


def as_sure(part: str) -> Any:
    """Return the condition that a rule was as sure as a part of SURE says."""
    least, below = SURE[part]
    return Q(confidence__gte=least, confidence__lt=below)
