"""Benchmarks that others made, and simple methods to stand beside."""

from sourcebook.evaluate.bench.benches import BENCHES, METHODS, Bench, Result, machine
from sourcebook.evaluate.bench.table import markdown

__all__ = ["BENCHES", "METHODS", "Bench", "Result", "machine", "markdown"]
