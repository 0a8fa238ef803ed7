"""Texts and the reports that publish them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sourcebook.model.ids import digest, identify
from sourcebook.model.span import Field

Kind = Literal["article", "post", "statement", "transcript", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The immutable characters of a report's body.

    ``id`` is the SHA-256 (64 hex digits) of their UTF-8 bytes: two outlets that
    publish the same characters publish one text. ``language`` is an ISO 639-1
    code, or None where the text is too short to tell.
    """

    id: str
    characters: str
    language: str | None = None

    @classmethod
    def of(cls, characters: str, *, language: str | None = None) -> Text:
        """Build a text with the id that its characters give."""
        return cls(id=digest(characters), characters=characters, language=language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One publication of a text.

    Exact copies by two outlets are two reports with one text; one address edited
    twice is two versions. ``source_id`` is the input's own id, else the file's path
    relative to the argument that named it. ``published`` and ``retrieved`` are EDTF
    (``2016-05-24`` or with a time); unknown values are None, never guessed.
    ``dateline_place`` is where the report was filed, as written; ``raw_sha256`` the
    SHA-256 of the bytes that it was read from (DOMAIN DOC-1); ``raw`` are these bytes,
    None where a book keeps them.
    """

    id: str
    text: Text
    source_id: str
    kind: Kind = "article"
    title: str = ""
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    dateline_place: str | None = None
    group: str | None = None
    version_of: str | None = None
    raw_sha256: str | None = None
    raw: bytes | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        text: Text,
        *,
        source_id: str,
        title: str = "",
        outlet: str | None = None,
        url: str | None = None,
        published: str | None = None,
        retrieved: str | None = None,
        dateline_place: str | None = None,
        group: str | None = None,
        version_of: str | None = None,
    ) -> Report:
        """Build a report with the id that its text and publication give."""
        return cls(
            id=identify("report", text.id, title, outlet or source_id, url, published),
            text=text,
            source_id=source_id,
            title=title,
            outlet=outlet,
            url=url,
            published=published,
            retrieved=retrieved,
            dateline_place=dateline_place,
            group=group,
            version_of=version_of,
        )

    def characters(self, field: Field) -> str:
        """Return the characters that offsets of this field count in."""
        return self.title if field == "title" else self.text.characters
