"""The pages of a book: the index, and one page an incident."""

from __future__ import annotations

import json
import re
from pathlib import Path

from sourcebook.errors import OutputRefused
from sourcebook.export import Contents
from sourcebook.model.run import Run

#: The format's name, as ``--to`` takes it.
HTML = "html"
_PAGE = re.compile(r"index\.html|incident-[0-9a-f]+\.(?:html|md)")


def write_pages(
    contents: Contents,
    folder: Path,
    *,
    run: Run,
    skipped: int,
    alone: bool = False,
    public: bool = False,
) -> list[Path]:
    """Write index.html and a page an incident; return the paths of all pages.

    ``skipped`` counts inputs that could not be read. ``alone`` says that no sheets
    lie beside the pages; ``public`` leaves out what DOMAIN N21 keeps private.
    """
    # Loaded when first used: looking at a book starts without the templates.
    from sourcebook.dossier import Dossiers, write_site

    material = Dossiers(
        incidents=contents.incidents,
        claims=contents.claims,
        reports=contents.reports,
        placements=contents.placements,
        estimates=contents.estimates,
        contradictions=contents.contradictions,
        profile=json.loads(run.config)["profile"],
        version=run.sourcebook,
        skipped=skipped,
        alone=alone,
    )
    return write_site(material, folder, public=public)


def refuse_mixing(folder: Path) -> None:
    """Raise OutputRefused where a folder holds anything but pages of ours.

    Pages of incidents that are gone are removed from it, and public pages must not
    come to stand beside a private book.
    """
    held = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    foreign = [name for name in held if not _PAGE.fullmatch(name)]
    if foreign:
        raise OutputRefused(
            f"{folder} holds other files ({foreign[0]}); name an empty or new folder, "
            f"such as {folder / 'pages'}"
        )


def one_file(path: Path, to: str, suffix: str) -> None:
    """Make way for a file of a format; raise OutputRefused where a folder is there."""
    if path.is_dir():
        raise OutputRefused(
            f"{path} is a folder; {to} is one file: name one, such as "
            f"{path / f'incidents{suffix}'}"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
