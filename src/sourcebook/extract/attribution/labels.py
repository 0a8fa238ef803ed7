"""Labels of transcripts: whom "PONCE:" means, by what else the report tells."""

from __future__ import annotations

from sourcebook.extract.attribution.memory import Memory


def called(memory: Memory, words: str) -> tuple[str, str | None]:
    """Return the full name and the body of a person told by a label.

    The label is a last name alone, or an office and the name.
    """
    told = f" {words.casefold()}"
    people = [
        held
        for held in (*memory.names.values(), *memory.others.values())
        if held.kind == "person"
    ]
    for held in people:
        if f" {held.name.casefold()}".endswith(told):
            return held.name, held.body
    for held in people:
        full = held.named and " " in held.name
        if full and told.endswith(f" {held.name.casefold()}"):
            return held.name, held.body
    return words.title(), None
