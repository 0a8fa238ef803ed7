"""Where batches of reports are read for claims."""

from sourcebook.engine.local import extract

__all__ = ["extract"]
