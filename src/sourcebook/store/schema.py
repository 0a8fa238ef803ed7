"""The tables of a book.

Texts, reports, claims, minted incidents and runs are only ever added to. Placements,
incidents, estimates and contradictions are derived from them: each run writes them
anew, in one transaction, with its id.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
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
#: build was not given again, which stay in the book and count nowhere.
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
minted = Table(
    "minted",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("incident", Text, nullable=False, unique=True),
    Column("reports", JSON, nullable=False),
)

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

placements = Table(
    "placements",
    metadata,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Column("incident", Text, index=True),
    Column("duplicate_of", Text),
    Column("lineage", Text, nullable=False),
    Column("run", Text, nullable=False),
)

claim_placements = Table(
    "claim_placements",
    metadata,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("incident", Text, index=True),
    Column("role", Text),
    Column("lineage", Text),
    Column("run", Text, nullable=False),
)

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

#: Written anew by every run, in an order that drops references first.
DERIVED = (contradictions, estimates, incidents, claim_placements, placements)
