"""What no count of steps sees: how far a regular expression goes back.

One that repeats without bound tries again from each place where it stopped; on a long line of one sign that is the
square of its length. So a pattern repeats a bounded number of times, or gives nothing back ("++"), or ends with what
it repeats, where nothing behind can fail.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

import pytest

from articles import extraction

SUBJECTS: Final = {  # the prefix of the modules' names -> patterns that they have at least
    "day": 10,
    "mark": 5,
}
_TOKENS: Final = re.compile(
    r"""(?s)\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]    # an escaped sign, a class of signs: what they hold repeats nothing
    |(?:[*+]|\{\d*,?\d*\})\+                   # gives nothing back
    |(?P<unbounded>(?:[*+]|\{\d*,\})(?=\??.))  # not the last of the pattern
    |.""",
    re.VERBOSE,
)


def unbounded(pattern: str) -> list[str]:
    """Return what of a pattern repeats without bound and could go back, each with what stands before it."""
    found = [token for token in _TOKENS.finditer(pattern) if token["unbounded"]]
    return [pattern[max(0, token.start() - 20) : token.end()] for token in found]


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    """Yield the compiled patterns that `value` is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from (pattern for one in value.values() for pattern in patterns_in(one))
    elif isinstance(value, list | tuple):
        yield from (pattern for one in value for pattern in patterns_in(one))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from (pattern for one in dataclasses.fields(value) for pattern in patterns_in(getattr(value, one.name)))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_pattern_goes_back_no_farther_than_a_bound(subject: str) -> None:
    names = [module.name for module in iter_modules(extraction.__path__) if module.name.startswith(subject)]
    modules = [vars(import_module(f"articles.extraction.{name}")) for name in names]
    patterns = {found.pattern for module in modules for found in patterns_in(module)}
    assert len(patterns) >= SUBJECTS[subject]
    assert {pattern: found for pattern in patterns if (found := unbounded(pattern))} == {}


@pytest.mark.parametrize("pattern", [r"a+b", r"a*b", r"a{2,}b", r"(?:a+)*+", r"\\+b", r"[+]+b", r"a+?b", r"a{2,}?b"])
def test_what_repeats_without_bound_is_seen(pattern: str) -> None:
    assert unbounded(pattern)


@pytest.mark.parametrize("pattern", [r"a++b", r"a{2,}+b", r"a{2,9}b", r"[*+]b", r"\+b", r"\w+", r"[]+]b", r"[^]+*]b"])
def test_what_is_bound_or_gives_nothing_back_is_not(pattern: str) -> None:
    assert not unbounded(pattern)
