"""One incident's page as plain values, which HTML and Markdown both render."""

from __future__ import annotations

from sourcebook.dossier.apart import background_of, left_out_of, unplaced_of
from sourcebook.dossier.basis import Basis
from sourcebook.dossier.blame import blame_of
from sourcebook.dossier.differences import differences
from sourcebook.dossier.figures import figures_of, totals_words
from sourcebook.dossier.genealogy import genealogy_of
from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.means import means_of
from sourcebook.dossier.said import said_of
from sourcebook.dossier.sources import counts_words, reports_of
from sourcebook.dossier.summary import summary_of
from sourcebook.dossier.unknown import not_known
from sourcebook.dossier.values import Node, Page
from sourcebook.dossier.wording import date_words, is_accident, place_words, type_words
from sourcebook.model.incident import Incident

#: The heading over who is blamed, of a deed and of an accident, which nobody "did".
BLAME = {False: "Who says who did it", True: "Who is held responsible"}


def build_page(material: Dossiers, root: Incident) -> Page:
    """Return the page of one root incident."""
    basis = Basis(material, root)
    blame = blame_of(basis)
    nodes = tuple(_node(basis, depth, node) for depth, node in basis.tree)
    return Page(
        id=root.id,
        label=root.label,
        type=type_words(root.type),
        date=date_words(root.date),
        edtf=root.date or "",
        place=place_words(root.place),
        counts=counts_words(basis),
        figures=nodes[0].figures,
        summary=summary_of(basis, blame),
        differences=differences(basis, {"hard", "soft"}),
        agreements=differences(basis, {"none"}),
        nodes=nodes,
        unplaced=basis.quotes(unplaced_of(basis)),
        blame_title=BLAME[is_accident(root)],
        blame=blame,
        said=said_of(basis),
        genealogy=genealogy_of(basis),
        background=background_of(basis),
        left_out=left_out_of(basis),
        unknown=not_known(root, basis.placed, basis.estimates(root), basis.reports),
        reports=reports_of(basis),
        profile=material.profile,
        version=material.version,
        public=material.public,
    )


def _node(basis: Basis, depth: int, node: Incident) -> Node:
    figures = figures_of(basis, node)
    return Node(
        id=node.id,
        depth=depth,
        label=node.label,
        figures=figures,
        means=means_of(basis, node),
        totals=totals_words(figures),
    )


def page_name(root: Incident | Page) -> str:
    """Return the file name of an incident's page; it stays while the id stays."""
    return f"incident-{root.id}.html"
