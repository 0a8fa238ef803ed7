"""Drafts checked against a book: above it, below the evaluation."""

from sourcebook.draft.check import check_draft
from sourcebook.draft.values import SOUND, VERDICTS, Checked, Evidence, Finding, Unread

__all__ = [
    "SOUND",
    "VERDICTS",
    "Checked",
    "Evidence",
    "Finding",
    "Unread",
    "check_draft",
]
