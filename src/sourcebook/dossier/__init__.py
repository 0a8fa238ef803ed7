"""Incidents to pages: HTML that needs no network, and the same as Markdown."""

from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.site import write_site

__all__ = ["Dossiers", "write_site"]
