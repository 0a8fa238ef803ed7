"""Figures: counts of people killed, injured, missing and so on, in parsed reports."""

from sourcebook.extract.figures.find import find_figures

__all__ = ["find_figures"]
