"""Pages to HTML and Markdown, by templates without a network."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sourcebook.dossier.listing import index_rows
from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.values import Page


@cache
def _environment(*, html: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("sourcebook.dossier"),
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=not html,
        keep_trailing_newline=True,
    )
    environment.filters["oneline"] = lambda words: " ".join(words.split())
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
    return template.render(page=page)


def index_html(material: Dossiers) -> str:
    """Return the index page: a row an incident, and what was not read."""
    template = _environment(html=True).get_template("index.html.j2")
    without = sum(p.incident is None for p in material.placements)
    return template.render(
        rows=index_rows(material),
        reports=len(material.reports),
        without=without,
        unread=material.unread,
        skipped=material.skipped,
        version=material.version,
        profile=material.profile,
        style=_style(),
    )
