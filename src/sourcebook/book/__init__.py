"""What users hold: a book, its incidents, and the same without a book."""

from sourcebook.book.book import Book
from sourcebook.book.checks import Fault
from sourcebook.book.intake import Added
from sourcebook.book.show import Shown
from sourcebook.book.table import Table
from sourcebook.book.views import ClaimView, EstimateView, IncidentView
from sourcebook.book.why import Why

__all__ = [
    "Added",
    "Book",
    "ClaimView",
    "EstimateView",
    "Fault",
    "IncidentView",
    "Shown",
    "Table",
    "Why",
]
