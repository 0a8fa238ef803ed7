"""Where batches of reports are read for claims."""

from sourcebook.engine.local import Extractor, Factory, extract

__all__ = ["Extractor", "Factory", "extract"]
