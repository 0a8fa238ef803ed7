"""Every error that Sourcebook raises on purpose.

    SourcebookError
    ├── SpanMismatch          a quote is not what stands at its offsets
    ├── InvalidValue          a value breaks one of its own invariants
    ├── InputSkipped          one input could not be read; the rest goes on
    ├── InputError            nothing could be read at all
    ├── ConfigError           a setting is unknown or has a wrong value
    ├── BookError             the book cannot be used (missing, foreign, newer, locked)
    ├── OutputRefused         the output folder is not ours to write into
    ├── NotFound              an incident, claim or metric is not in the book
    ├── DecisionRefused       a decision cannot be recorded as asked
    └── MissingDependency     an optional library is needed and not installed

Each message says what happened, where, and what to do next.
"""

from __future__ import annotations


class SourcebookError(Exception):
    """Base of all errors raised on purpose; the message is meant for people."""


class SpanMismatch(SourcebookError):
    """A quote is not what stands in the report at its offsets."""

    def __init__(self, *, expected: str, found: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        super().__init__(
            f"characters {start} to {end} read {found!r}, not {expected!r}; "
            "build the claim from the report's own text"
        )


class InvalidValue(SourcebookError, ValueError):
    """A value breaks one of its own invariants."""


class InputSkipped(SourcebookError):
    """One input could not be read; reading goes on with the next.

    ``file`` and ``line`` say where, ``reason`` what was wrong, ``next_step`` what
    the user can do about it. They become one line of the run's log.
    """

    def __init__(
        self, *, file: str, reason: str, next_step: str, line: int | None = None
    ) -> None:
        self.file, self.line = file, line
        self.reason, self.next_step = reason, next_step
        where = file if line is None else f"{file}, line {line}"
        super().__init__(f"{where}: {reason}; {next_step}")


class InputError(SourcebookError):
    """Nothing could be read from the inputs named."""


class ConfigError(SourcebookError):
    """A setting is unknown or has a value that it cannot take."""


class BookError(SourcebookError):
    """The book cannot be used: missing, foreign, of a newer schema, or locked."""


class OutputRefused(SourcebookError):
    """The output folder holds files that are not ours."""


class NotFound(SourcebookError):
    """What was asked for is not in the book."""


class DecisionRefused(SourcebookError):
    """A decision cannot be recorded as asked."""


class MissingDependency(SourcebookError):
    """An optional library is needed here and not installed."""

    def __init__(self, *, library: str, extra: str, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs {library}, which is not installed; "
            f"run: pip install 'sourcebook[{extra}]'"
        )
