"""Benchmarks that others made, and simple methods to stand beside."""

from sourcebook.evaluate.bench.benches import BENCHES, Bench, machine
from sourcebook.evaluate.bench.methods import METHODS, Result
from sourcebook.evaluate.bench.table import markdown

__all__ = ["BENCHES", "METHODS", "Bench", "Result", "machine", "markdown"]
