"""Pages to HTML and Markdown, by templates without a network."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sourcebook.dossier.listing import index_rows, without_incident
from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.passages import Run
from sourcebook.dossier.values import Page

#: Characters that would mean something to Markdown or end a table's cell.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def markdown(words: object) -> str:
    """Return words on one line that Markdown shows as they are.

    >>> markdown("a | b *c*")
    'a \\\\| b \\\\*c\\\\*'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(str(words).split()))


def markdown_runs(runs: tuple[Run, ...]) -> str:
    """Return a quotation, told words strong and differing words in italics."""
    found = []
    for run in runs:
        sign = ("**" if run.told else "") + ("_" if run.differs else "")
        inner = run.characters.strip()
        if not inner:
            found.append(" ")
            continue
        before = run.characters[: len(run.characters) - len(run.characters.lstrip())]
        after = run.characters[len(run.characters.rstrip()) :]
        found.append(f"{before}{sign}{markdown(inner)}{sign[::-1]}{after}")
    return " ".join("".join(found).split()) or "(words withheld)"


@cache
def _environment(*, html: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("sourcebook.dossier"),
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=not html,
        lstrip_blocks=not html,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = markdown
    environment.filters["md_runs"] = markdown_runs
    return environment


@cache
def _style() -> Markup:
    path = files("sourcebook.dossier") / "templates" / "style.css"
    return Markup(path.read_text(encoding="utf-8"))


def incident_html(page: Page) -> str:
    """Return the self-contained HTML page of an incident."""
    template = _environment(html=True).get_template("incident.html.j2")
    return template.render(page=page, style=_style())


def incident_markdown(page: Page) -> str:
    """Return the same page as Markdown."""
    template = _environment(html=False).get_template("incident.md.j2")
    told = re.sub(r" +$", "", template.render(page=page), flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", told).strip() + "\n"


def index_html(material: Dossiers) -> str:
    """Return the index page: a row an incident, and what was not read."""
    template = _environment(html=True).get_template("index.html.j2")
    return template.render(
        rows=index_rows(material),
        reports=len(material.reports),
        without=without_incident(material, read=True),
        unread=without_incident(material, read=False),
        skipped=material.skipped,
        alone=material.alone or material.public,
        version=material.version,
        profile=material.profile,
        style=_style(),
    )
