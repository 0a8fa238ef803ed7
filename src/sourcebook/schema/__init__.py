"""Vocabularies as data: TOML files under ``data/``, read once."""
