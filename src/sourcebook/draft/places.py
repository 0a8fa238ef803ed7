"""Places that the reports of an incident name, and those that stand in their texts."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from sourcebook.export import Contents
from sourcebook.link.words import normalised
from sourcebook.model.claim import Place


class Places:
    """The names of places by incident, those of other events apart."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def told(self, root: str) -> frozenset[str]:
        """Return the places that an incident's reports name, but for other events."""
        return self._names.get((root, False), frozenset())

    def are_told(self, root: str, name: str) -> bool:
        """Whether reports of an incident have a name, and not for other events only."""
        if normalised(name) in self.told(root):
            return True
        if normalised(name) in self._names.get((root, True), frozenset()):
            return False
        word = re.compile(rf"\b{re.escape(name)}\b")
        reports = self._contents.incident[root].reports
        return any(
            word.search(self._contents.report[key].text.characters) for key in reports
        )

    @cached_property
    def _names(self) -> dict[tuple[str, bool], frozenset[str]]:
        """The names by incident, and whether they are of other events."""
        found: dict[tuple[str, bool], set[str]] = defaultdict(set)
        roots = {
            report: node.id
            for node in self._contents.incidents
            if node.parent is None
            for report in node.reports
        }
        for claim in self._contents.claims:
            if isinstance(claim.payload, Place):
                key = roots.get(claim.report, ""), claim.payload.role == "background"
                found[key].add(normalised(claim.quote))
        return {key: frozenset(names) for key, names in found.items()}
