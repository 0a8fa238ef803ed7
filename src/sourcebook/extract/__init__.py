"""Reports to claims."""
