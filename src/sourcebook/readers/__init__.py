"""Files to reports, one module a format."""
