"""Writing the pages of a book into a folder."""

from __future__ import annotations

from pathlib import Path

from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.page import build_page, page_name
from sourcebook.dossier.render import incident_html, incident_markdown, index_html


def write_site(material: Dossiers, folder: Path, *, public: bool = False) -> list[Path]:
    """Write index.html and, for each root incident, one HTML and one Markdown page.

    Pages of incidents that are no longer there are removed; a page whose content is
    unchanged is not written again. ``public`` leaves out the reports' texts and the
    words and names of private persons (DOMAIN N21). Returns the paths of all pages.
    """
    if public:
        material = material.for_the_public()
    folder.mkdir(parents=True, exist_ok=True)
    written = [_write(folder / "index.html", index_html(material))]
    for root in material.roots():
        page = build_page(material, root)
        path = folder / page_name(page)
        written.append(_write(path, incident_html(page)))
        written.append(_write(path.with_suffix(".md"), incident_markdown(page)))
    names = {path.name for path in written}
    for stale in sorted(folder.glob("incident-*")):
        if stale.name not in names:
            stale.unlink()
    return written


def _write(path: Path, content: str) -> Path:
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8")
    return path
