"""Pure functions over characters that keep offsets."""
