"""SRC-3: how many independent originators stand behind claims."""

from __future__ import annotations

from tellings import Telling


def test_src_3_what_a_report_repeats_of_its_source_is_the_sources() -> None:
    """ "Police said 14 were held. The 14 ..." is one origin, also in a state medium."""
    told = Telling()
    report = told.report("eq 14 were held, and the 14.", "2031-05-04", "The Post")
    told.figure("eq", 14, metric="detained", lineage="police:arden", report=report)
    again = told.figure(
        "eq",
        14,
        metric="detained",
        quote="the 14",
        lineage="outlet:post",
        report=report,
    )
    assert again.attribution == ()
    assert told.estimate("detained").lineages == (1, 1)
    told.figure("eq", 14, metric="detained", on="2031-05-04")
    assert told.estimate("detained").lineages == (1, 2)
