"""The extractor that a book reads reports with, loaded when it is first needed.

Looking at a book then starts without the language pipeline and the gazetteer.
"""

from __future__ import annotations

from sourcebook.engine import Extractor


def rules() -> Extractor:
    """Return the rule extractor."""
    from sourcebook.extract.extractor import RuleExtractor

    return RuleExtractor()
