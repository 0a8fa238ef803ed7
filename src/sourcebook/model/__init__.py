"""Frozen values that every stage takes and returns."""
