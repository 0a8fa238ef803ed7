"""Data and training: what the extractor learns from and is measured on."""
