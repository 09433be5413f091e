"""docs/README.md is a map of what there is: nothing missing, nothing that is gone, on one screen."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAP = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
WIDTH, HEIGHT = 120, 60


def drawn(after: str) -> set[str]:
    """The names that the drawing under a folder's line has: `name/` or `name.ext`."""
    block = re.search(rf"^    {re.escape(after)}\n((?:      .*\n)+)", MAP, re.MULTILINE)
    assert block is not None
    parts = re.split(r"\s{2,}|\n", re.sub(r"[│├─►▼]", "  ", block[1]))
    named = [found[1] for part in parts if (found := re.match(r"([a-z_]+(?:/|\.md|\.py))(?:\s|$)", part))]
    return set(named)


def there(folder: Path, ending: str) -> set[str]:
    """Folders and files of one ending, as the map writes them; a file's private name is no place."""
    found = [path for path in folder.iterdir() if not path.name.startswith(("_", "."))]
    return {f"{path.name}/" if path.is_dir() else path.name for path in found if path.suffix in ("", ending)}


def test_the_map_has_every_page() -> None:
    assert drawn("docs/") == there(ROOT / "docs", ".md") - {"README.md"}


def test_the_map_has_every_part_of_the_program() -> None:
    found = drawn("src/underbar/")
    assert found == there(ROOT / "src" / "underbar", ".py")


def test_the_folders_elsewhere_exist() -> None:
    named = set(re.findall(r"`((?:tests|tools|bench)(?:/[a-z]+)?)/?`", MAP))
    assert {"tests", "tools", "bench"} <= named
    assert {name for name in named if not (ROOT / name).is_dir()} == set()


def test_the_map_fits_a_screen_and_the_readme_leads_to_it() -> None:
    assert len(MAP.splitlines()) <= HEIGHT
    assert max(map(len, MAP.splitlines())) <= WIDTH
    assert "](docs/README.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "decisions").glob("*.md")]
    pages += [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []
