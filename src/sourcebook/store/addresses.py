"""The address of a report: what tells its page from others (DESIGN section 2)."""

from __future__ import annotations

from urllib.parse import urlsplit


def address_of(url: str | None) -> str | None:
    """Return what tells the page, None for a front page, which is no one report's.

    >>> (
    ...     address_of("https://www.Star.example/quake/"),
    ...     address_of("https://star.example/"),
    ... )
    ('star.example/quake?', None)
    """
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{parts.query}"
