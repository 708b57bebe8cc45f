"""docs/extraction.md holds every rule as the code has it, and a test for every hard case."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from articles import extraction

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/extraction.md").read_text(encoding="utf-8")
HARD_CASES = ROOT / "tests/extraction/test_hard_cases.py"
RULE = re.compile(r"^\| `([a-z]+\.[a-z-]+)` \| ([0-9.]+) \| `(\w+)\.py` \| (.+) \|$", re.MULTILINE)


def rules_of_the_code() -> dict[str, float]:
    """Return every rule that a module of the engine names, with its confidence."""
    modules = (import_module(f"articles.extraction.{found.name}") for found in iter_modules(extraction.__path__))
    return {rule: confidence for module in modules for rule, confidence in getattr(module, "RULES", {}).items()}


def test_every_rule_stands_in_the_page_with_its_confidence() -> None:
    assert {rule: float(confidence) for rule, confidence, _, _ in RULE.findall(PAGE)} == rules_of_the_code()


def test_every_rule_stands_beside_the_module_that_holds_it() -> None:
    for rule, _, module, says in RULE.findall(PAGE):
        assert rule in import_module(f"articles.extraction.{module}").RULES
        assert len(says) > 3


def test_every_hard_case_has_a_test_and_every_test_a_case() -> None:
    section = PAGE.split("## Hard cases")[1].split("\n## ")[0]
    named = re.findall(r"`(test_\w+)` \|$", section, re.MULTILINE)
    cases = len(re.findall(r"^\| (?!case |---)", section, re.MULTILINE))
    tests = [
        node.name
        for node in ast.parse(HARD_CASES.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    assert len(named) == cases
    assert named == tests
