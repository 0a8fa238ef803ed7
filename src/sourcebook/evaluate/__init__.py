"""Measuring a book against hand-made gold annotation.

The gold's format and the conventions of the annotators are described in
``docs/evaluation.md``. :func:`score` gives one number a measure; floors that the
numbers may not sink below are kept with a digest of the gold they were taken on.
"""

from sourcebook.evaluate.floors import check_floors, digest_of, raise_floors
from sourcebook.evaluate.scores import Scores, score

__all__ = ["Scores", "check_floors", "digest_of", "raise_floors", "score"]
