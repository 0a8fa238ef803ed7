"""Roundups: reports that tell several incidents, each in a stretch of its own.

A monitor's daily post, a ministry's briefing, a police blotter, "attacks across the
country": a sum in title and lead, then one entry after the other. Each entry is read
as if it were a report of its own; the sum counts nobody (DESIGN section 8).
"""

from sourcebook.extract.roundups.entries import entries
from sourcebook.extract.roundups.places import placed
from sourcebook.extract.roundups.scenes import marked, scene_of

__all__ = ["entries", "marked", "placed", "scene_of"]
