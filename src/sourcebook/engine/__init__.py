"""Where batches of reports are read for claims."""

from sourcebook.engine.batches import Extractor, Factory
from sourcebook.engine.extracting import Engine, extract

__all__ = ["Engine", "Extractor", "Factory", "extract"]
