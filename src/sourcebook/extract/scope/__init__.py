"""Scope: which incident a figure counts, as what, and where its words place it."""

from sourcebook.extract.scope.scene import Scene, Settled

__all__ = ["Scene", "Settled"]
