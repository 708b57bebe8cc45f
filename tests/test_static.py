"""Style sheets, scripts, vendored files and the frame of every page: nothing missing, nothing from another host."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.template.loader import render_to_string

ROOT = Path(settings.BASE_DIR)
STATIC = ROOT / "static"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((STATIC / "css").glob("*.css"))
RECORDS = sorted([*STATIC.glob("vendor/*/*/vendored.json"), *ROOT.glob("tests/data/vendor/*/*/vendored.json")])

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
STATIC_TAG = re.compile(r"""{%\s*static\s+["']([^"']+)["']""")
LOADED_FROM_ELSEWHERE = re.compile(
    r"""(?:\b(?:src|srcset|action|poster)=["']|<(?:link|use|image)\b[^>]*?href=["'])\s*(?:[a-z]+:)?//""",
    re.IGNORECASE,
)
# What the Content Security Policy would refuse: a style or handler in an attribute, a style or script in the page.
INLINE = re.compile(
    r"""\s(?:style|on[a-z]+)=["']|<style\b|<script\b(?![^>]*(?:\bsrc=|type="application/ld\+json"))""",
    re.IGNORECASE,
)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("record", RECORDS, ids=_name)
def test_vendored_files_are_the_released_ones(record: Path) -> None:
    told = json.loads(record.read_text())
    files = [path for path in record.parent.rglob("*") if path.is_file() and path != record]

    assert (told["name"], told["version"]) == record.parts[-3:-1]
    assert told["source"].startswith("npm ") and told["licence"]
    assert {str(path.relative_to(record.parent)): _sha256(path) for path in files} == told["files"]
    assert "LICENSE" in told["files"]


def test_every_vendored_folder_has_its_record() -> None:
    folders = {path.parent for base in ("static", "tests/data") for path in (ROOT / base / "vendor").glob("*/*/")}
    assert {record.parent.parent for record in RECORDS} == folders


@pytest.mark.parametrize("style", STYLES, ids=_name)
def test_a_style_sheet_names_no_other_host_and_no_missing_file(style: Path) -> None:
    text = COMMENT.sub("", style.read_text())

    assert "//" not in text
    assert "@import" not in text
    for target in CSS_URL.findall(text):
        assert (style.parent / target).resolve().is_file(), target


@pytest.mark.parametrize("template", TEMPLATES, ids=_name)
def test_a_template_loads_nothing_from_another_host_and_has_nothing_inline(template: Path) -> None:
    text = template.read_text()

    assert not LOADED_FROM_ELSEWHERE.search(text)
    assert not INLINE.search(text)


def test_every_style_sheet_is_linked_once_and_the_order_of_layers_comes_first() -> None:
    linked = STATIC_TAG.findall((ROOT / "templates" / "_styles.html").read_text())

    assert sorted(linked) == [f"css/{style.name}" for style in STYLES if not style.name.startswith("admin")]
    first = COMMENT.sub("", (STATIC / linked[0]).read_text()).lstrip()
    assert first.startswith("@layer tokens, reset, base, frame, parts, pages, print;")


def test_the_admin_links_its_own_sheets_once_and_none_of_the_layers_of_django() -> None:
    linked = STATIC_TAG.findall((ROOT / "templates" / "admin" / "_styles.html").read_text())

    own = [name for name in linked if name.startswith("css/admin")]
    assert sorted(own) == [f"css/{style.name}" for style in STYLES if style.name.startswith("admin")]
    # They have no layers, so that they would win over all of ours; widgets alone keep their own.
    asked = {name for template in TEMPLATES for name in STATIC_TAG.findall(template.read_text())}
    django = {name for name in asked if name.startswith("admin/css/")}
    assert django == {"admin/css/widgets.css", "admin/css/unusable_password_field.css"}


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> ManifestStaticFilesStorage:
    """A storage into which our files were collected as the run command does it."""
    folder = tmp_path_factory.mktemp("collected") / "static"
    shutil.copytree(STATIC, folder)
    storage = ManifestStaticFilesStorage(location=str(folder), base_url="/static/")
    names = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    for name, _, processed in storage.post_process({name: (storage, name) for name in names}):
        assert not isinstance(processed, Exception), f"{name}: {processed}"
    return storage


def _static_names() -> Iterator[str]:
    for template in TEMPLATES:
        yield from STATIC_TAG.findall(template.read_text())


def test_the_manifest_knows_every_file_that_a_template_names(manifest: ManifestStaticFilesStorage) -> None:
    assert set(_static_names()) - set(manifest.hashed_files) == {n for n in _static_names() if n.startswith("admin/")}


def test_collected_style_sheets_name_the_collected_faces(manifest: ManifestStaticFilesStorage) -> None:
    fonts = (Path(manifest.location) / manifest.hashed_files["css/fonts.css"]).read_text()
    faces = {name for name in manifest.hashed_files if name.endswith(".woff2")}

    assert faces
    for face in faces:
        assert Path(manifest.hashed_files[face]).name in fonts


def test_every_icon_that_a_template_asks_for_is_in_the_sprite() -> None:
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "img" / "icons.svg").read_text()))
    include = re.compile(r'{%\s*include\s+"articles/_icon.html"\s+with\s+name="([^"]+)"')
    asked = {name for template in TEMPLATES for name in include.findall(template.read_text())}

    assert asked
    assert asked <= sprite


def test_every_class_of_the_design_page_has_a_rule() -> None:
    styles = "".join(COMMENT.sub("", style.read_text()) for style in STYLES)
    rows = re.findall(r"^\| (`\..*?) \|", (ROOT / "docs" / "design.md").read_text(), re.MULTILINE)
    told = {name for row in rows for code in re.findall(r"`([^`]+)`", row) for name in re.findall(r"\.([\w-]+)", code)}

    assert len(told) > 80
    missing = {name for name in told if not re.search(rf"\.{name}(?![\w-])", styles)}
    assert missing == set()


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_pages_of_failure_stand_without_request_context_or_database(name: str) -> None:
    page = render_to_string(name)

    assert f'<p class="label">{name[:3]}</p>' in page
    assert 'action="/search/"' in page


def test_the_page_of_a_lost_address_shows_what_was_asked_for_as_text() -> None:
    near = [{"name": "Maria Zakharova", "url": "/people/maria-zakharova/", "note": "6 quotes"}]
    page = render_to_string("404.html", {"path": "/people/<b>zaharova</b>/", "near_names": near})

    assert "<code>/people/&lt;b&gt;zaharova&lt;/b&gt;/</code>" in page
    assert '<a href="/people/maria-zakharova/">Maria Zakharova</a>' in page


def test_the_page_of_a_bad_question_names_the_reason() -> None:
    assert "31/02/2023 is not a day." in render_to_string("400.html", {"reason": "31/02/2023 is not a day."})
