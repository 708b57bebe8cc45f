"""The documentation is true: every file, command, setting, format and link that it names is there."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name

import pytest
from django.core.management import get_commands

from articles.importers import IMPORTERS

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
OPERATIONS = ROOT / "docs/operations.md"
PROGRAM = (ROOT / "run").read_text(encoding="utf-8")
# What Django and the shell read is theirs to document.
NOT_OURS = {"DJANGO_SETTINGS_MODULE"}
SUFFIXES = "py|html|css|js|json|svg|md|txt|toml|expected|png|ico"
# A name of a file or folder: no spaces, no placeholders, no address on the network.
NAMED = re.compile(rf"(?:[\w.@-]+/)*(?:[\w.@-]+\.(?:{SUFFIXES})|[\w.@-]+/)")


def text(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def all_text() -> str:
    return "\n".join(text(document) for document in DOCS)


def code(document: Path) -> list[str]:
    """Return what stands in backticks, blocks of code apart."""
    prose = re.sub(r"^```.*?^```", "", text(document), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", prose)


@cache
def files() -> frozenset[str]:
    """Return every file of the checkout that is not built, and every folder with a slash at its end."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git of this machine
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    # Without git, as in an archive that was downloaded: what lies there.
    found = listed or [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file()]
    folders = {f"{parent}/" for name in found for parent in Path(name).parents}
    return frozenset(found) | folders


def exists(name: str) -> bool:
    """Return whether a file or folder ends in this name: docs of a package name its files alone."""
    return any(file == name or file.endswith(f"/{name}") for file in files())


def headings(document: Path) -> set[str]:
    """Return the fragments that a heading can be reached by, as the forges make them."""
    found = re.findall(r"^#+ (.+)$", text(document), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def links(document: Path) -> Iterator[str]:
    yield from re.findall(r"\]\(([^)\s]+)\)", text(document))


@pytest.mark.parametrize("document", DOCS, ids=lambda document: document.name)
class TestDocument:
    def test_every_file_that_it_names_is_there(self, document: Path) -> None:
        named = {word for word in code(document) if NAMED.fullmatch(word) and not word.startswith((".data", ".venv"))}
        assert {name for name in named if not exists(name)} == set()

    def test_every_link_within_the_checkout_leads_somewhere(self, document: Path) -> None:
        for link in links(document):
            if link.startswith(("http://", "https://", "mailto:")):
                continue
            place, _, fragment = link.partition("#")
            target = (document.parent / place).resolve() if place else document
            assert target.exists(), link
            assert target.is_relative_to(ROOT), link
            assert not fragment or fragment in headings(target), link

    def test_every_command_of_the_program_that_it_names_is_one(self, document: Path) -> None:
        commands = set(re.findall(r'"(\w+)": \w+', PROGRAM.partition("COMMANDS = {")[2].partition("}")[0]))
        named = set(re.findall(r"(?<![\w/.])\./run ([a-z_]+)", text(document)))
        assert named <= commands

    def test_every_management_command_that_it_names_is_one(self, document: Path) -> None:
        named = set(re.findall(r"(?:\./run manage|manage\.py) ([a-z_]+)", text(document)))
        assert named <= set(get_commands())

    def test_every_object_of_the_code_that_it_names_is_there(self, document: Path) -> None:
        for name in code(document):
            if re.fullmatch(r"(articles|newsarchive)(\.\w+)+", name):
                assert find_spec(name) if _is_module(name) else resolve_name(name), name

    def test_nothing_in_it_waits_to_be_filled_in(self, document: Path) -> None:
        assert re.findall(r"@[A-Z]+@|\bTODO\b|\bFIXME\b|\bXXX\b|\bTBD\b", text(document)) == []

    def test_its_first_line_says_what_it_is(self, document: Path) -> None:
        assert text(document).startswith("# ")


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def settings_read() -> set[str]:
    """Return every variable that our code reads from the environment."""
    found: set[str] = set()
    for file in (*ROOT.glob("newsarchive/*.py"), *ROOT.glob("articles/**/*.py"), ROOT / "run"):
        source = text(file)
        found |= set(re.findall(r'environment\.\w+\(\s*"([A-Z_]+)"', source))
        found |= set(re.findall(r'environ(?:\.get\(|\[)\s*"([A-Z_]+)"', source))
        # environment.py itself, where its own functions are near.
        found |= set(re.findall(r'\b(?:text|path|flag|number|hosts)\("([A-Z_]+)"', source))
    return found - NOT_OURS


def settings_told() -> set[str]:
    table = text(OPERATIONS).partition("## Settings")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([A-Z_]+)` \|", table, flags=re.MULTILINE))


def test_the_table_of_settings_tells_every_variable_that_is_read_and_no_other() -> None:
    assert len(settings_told()) > 6
    assert settings_told() == settings_read()


def test_every_variable_that_a_document_sets_is_a_setting() -> None:
    elsewhere = {"GOLDEN"}  # read by the tests
    set_somewhere = set(re.findall(r"(?:^|\s|`)(?:export )?([A-Z][A-Z_]{3,})=", all_text()))
    assert set_somewhere <= settings_told() | elsewhere


def test_every_command_of_the_archive_is_told_somewhere() -> None:
    own = {name for name, app in get_commands().items() if app == "articles"}
    assert {"import_articles", "load_annotations", "load_sample", "prepare", "reindex"} <= own
    told = all_text()
    assert {name for name in own if not re.search(rf"\b{name}\b", told)} == set()


def test_every_format_is_told_with_the_ends_of_its_names() -> None:
    told = text(ROOT / "docs/importing.md")
    for importer in IMPORTERS:
        row = re.search(rf"^\| `{importer.name}` \|(.*)$", told, flags=re.MULTILINE)
        assert row, importer.name
        for suffix in importer.suffixes:
            assert f"`{suffix}`" in row[1]


def test_every_package_has_its_line_in_the_architecture() -> None:
    told = text(ROOT / "docs/architecture.md")
    packages = {path.parent.name for path in ROOT.glob("articles/*/__init__.py")} - {
        "migrations",
        "sample",
        "management",
    }
    assert {name for name in packages if f"`articles/{name}/`" not in told} == set()


def test_every_package_that_is_installed_has_its_reason() -> None:
    reasons = text(ROOT / "docs/dependencies.md").lower()
    for file in ("requirements.txt", "requirements-dev.txt"):
        for name in re.findall(r"^([A-Za-z][\w.-]*)", text(ROOT / file), flags=re.MULTILINE):
            assert re.search(rf"\b{re.escape(name.lower())}\b", reasons), name


def test_every_document_is_reached_from_the_readme() -> None:
    reached = {(ROOT / link).resolve() for link in links(ROOT / "README.md")}
    assert {document.name for document in DOCS if document not in reached} == {"README.md"}
