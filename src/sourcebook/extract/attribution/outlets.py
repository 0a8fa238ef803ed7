"""The report's own outlet is understood and never a link (DOMAIN SRC-1)."""

from __future__ import annotations

import re

from sourcebook.model.report import Report

_LETTERS = re.compile(r"[^a-z0-9]+")
_HOST = re.compile(r"^(?:https?://)?(?:www\d?\.|m\.|edition\.|news\.)?([^/:]+)")


def is_own_outlet(name: str, report: Report) -> bool:
    """Whether a name means the outlet that published the report.

    >>> from sourcebook.model.report import Report, Text
    >>> own = Report.of(Text.of("x"), source_id="1", outlet="www.harbourpost.com")
    >>> is_own_outlet("The Harbour Post", own), is_own_outlet("Reuters", own)
    (True, False)
    """
    shown = report.outlet or report.url
    if not shown:
        return False
    told = _squashed(name)
    host = _HOST.match(shown.casefold())
    domain = _LETTERS.sub("", host.group(1).split(".")[0]) if host else ""
    outlet = _squashed(shown)
    initials = (
        "".join(word[0] for word in _words(name)) if len(_words(name)) > 1 else ""
    )
    return len(told) > 1 and (told in (domain, outlet) or initials == domain != "")


def _words(name: str) -> list[str]:
    words = [word for word in _LETTERS.split(name.casefold()) if word]
    return words[1:] if words[:1] == ["the"] else words


def _squashed(name: str) -> str:
    return "".join(_words(name))
