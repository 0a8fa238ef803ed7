"""The tables of a book.

Texts, reports, claims, minted incidents, runs and decisions are only ever added to
(the file itself refuses to change or delete a decision). Placements,
incidents, estimates and contradictions are derived from them: each run writes those that
differ from what the book holds, in one transaction, with its id. What they were before
stays in a ``past_`` table each. Only expunging a report removes anything.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

texts = Table(
    "texts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("characters", Text, nullable=False),
    Column("language", Text),
)

#: ``position`` is the place in the input order; null for reports that the last
#: build was not given again, which stay in the book and count nowhere. ``address`` is
#: what tells its page, null where the report has none of its own.
reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, index=True),
    Column("text_id", Text, ForeignKey("texts.id"), nullable=False, index=True),
    Column("source_id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", Text),
    Column("retrieved", Text),
    Column("dateline_place", Text),
    Column("grouping", Text),
    Column("version_of", Text),
    Column("raw_sha256", Text),
    Column("address", Text, index=True),
)

#: The bytes that reports were read from, compressed (zlib), by their SHA-256.
raws = Table(
    "raws",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

#: Reports of which somebody said that they replace another one.
replacements = Table(
    "replacements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Text, nullable=False),
    Column("replaces", Text, nullable=False),
)

#: Reports that were withdrawn: they stay readable and count nowhere. The last row of a
#: report stands; ``undone`` takes the one before it back.
retractions = Table(
    "retractions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undone", Boolean, nullable=False),
)

#: What is left of expunged reports: hashes, who, when, why. ``text`` is null where
#: another report has the same text; ``decisions`` are the ids of those whose words
#: went with it; ``swept`` says that the file was then written anew without them.
tombstones = Table(
    "tombstones",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("text", Text),
    Column("raw_sha256", Text),
    Column("when", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decisions", JSON, nullable=False),
    Column("swept", Integer, nullable=False, server_default="0"),
)

#: Which extractor has read which report; ``fault`` says why it could not.
extractions = Table(
    "extractions",
    metadata,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Column("extractor", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("fault", Text),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False, index=True),
    Column("field", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("metric", Text),
    Column("role", Text),
    Column("modality", Text, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("attribution", JSON, nullable=False),
    Column("setting", JSON, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("version", Text, nullable=False),
    Index("claims_by_type", "type", "metric"),
)

#: In the order in which they were minted, which settles ties between ids.
#: ``decided`` is how many decisions the book held then.
minted = Table(
    "minted",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("incident", Text, nullable=False, unique=True),
    Column("reports", JSON, nullable=False),
    Column("decided", Integer, nullable=False, server_default="0"),
)

#: People's decisions, each chained by ``previous`` to the one before it.
#: ``anchor``, ``before`` and ``after`` are JSON objects (model/decision.py), ``knew``
#: a list of keys; ``origin`` is the id in the book that an import took it from.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("previous", Text, unique=True),
    Column("knew", JSON, nullable=False),
    Column("origin", Text, index=True),
    Column("when", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("anchor", JSON, nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("reason", Text, nullable=False),
)

#: ``kept`` says that what the run derived can be read again (0 for the earlier runs
#: of a book that was made before its history was kept).
runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("sourcebook", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("config", Text, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("ended", Text),
    Column("counts", JSON, nullable=False),
    Column("kept", Integer, nullable=False, server_default="1"),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("file", Text),
    Column("line", Integer),
    Column("reason", Text, nullable=False),
    Column("next", Text, nullable=False),
)

remembered = Table(
    "remembered",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

placements = Table(
    "placements",
    metadata,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Column("incident", Text, index=True),
    Column("duplicate_of", Text),
    Column("lineage", Text, nullable=False),
    Column("run", Text, nullable=False),
)

#: ``decided`` holds what people's decisions made of the claim: review, decisions and
#: the parts of it that then differ from its row in ``claims``; null for most.
claim_placements = Table(
    "claim_placements",
    metadata,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("incident", Text, index=True),
    Column("role", Text),
    Column("lineage", Text),
    Column("run", Text, nullable=False),
    Column("decided", JSON(none_as_null=True)),
)

#: The index holds all that a list of incidents is chosen and ordered by.
incidents = Table(
    "incidents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("parent", Text, index=True),
    Column("label", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("date", Text, index=True),
    Column("country", Text, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("value", JSON, nullable=False),
    Column("run", Text, nullable=False),
    Index("incidents_listed", "parent", "date", "label", "id", "country", "type"),
)

estimates = Table(
    "estimates",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("incident", Text, nullable=False),
    Column("metric", Text, nullable=False),
    Column("population", Text, nullable=False),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
    Column("value", JSON, nullable=False),
    Column("run", Text, nullable=False),
    Index("estimates_by_incident", "incident", "metric", "population"),
)

contradictions = Table(
    "contradictions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("incident", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("value", JSON, nullable=False),
    Column("run", Text, nullable=False),
)

#: What runs derive.
DERIVED = (contradictions, estimates, incidents, claim_placements, placements)


def _past(table: Table) -> Table:
    """Return the table of what the rows of a derived table were before.

    ``until`` is the number of the run that changed a row; ``held`` is 0 where there
    was no such row before that run.
    """
    return Table(
        f"past_{table.name}",
        metadata,
        Column("until", Integer, nullable=False),
        Column("held", Integer, nullable=False),
        *(Column(c.name, c.type) for c in table.c if c.name not in ("number", "run")),
        Index(f"past_{table.name}_by_key", *KEYS[table.name], "until"),
    )


#: What tells a row of a derived table from the others.
KEYS = {
    "placements": ("report",),
    "claim_placements": ("claim",),
    "incidents": ("id",),
    "estimates": ("incident", "metric", "population"),
    "contradictions": ("id",),
}
#: By the name of the derived table.
PAST = {table.name: _past(table) for table in DERIVED}
