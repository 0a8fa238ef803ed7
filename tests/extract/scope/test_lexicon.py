"""The data files of the scope compile and name what the model knows."""

from sourcebook.extract.scope.lexicon import cues, event_classes, pattern
from sourcebook.schema.load import table


def test_every_cue_compiles_and_has_a_name() -> None:
    assert {cue.name for cue in cues()} >= {"war_toll", "comparison", "other_event"}


def test_events_of_both_topics_have_classes() -> None:
    assert event_classes()["blast"] == frozenset({"bombing"})
    assert event_classes()["derailment"] == frozenset({"crash"})


def test_every_pattern_of_the_parts_compiles() -> None:
    for section, entries in table("parts").items():
        for key, entry in entries.items():
            if isinstance(entry, str):
                assert pattern("parts", section, key)
