import pytest

from sourcebook.link.kinds import are_unlike
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import incident_types


@pytest.mark.parametrize(
    "pair",
    [
        ("transport_accident", "natural_disaster"),
        ("shooting", "transport_accident"),
        ("stabbing", "bombing_ied"),
    ],
)
def test_other_types_are_other_occurrences(pair):
    assert are_unlike(*pair) and are_unlike(*reversed(pair))


def test_a_type_that_is_not_known_may_be_any():
    assert not are_unlike("unknown", "shooting")


def test_families_name_known_types_and_leave_none_out():
    told = {
        kind
        for types in table("linking")["families"].values()
        for kind in types.split()
    }
    assert told == set(incident_types()) - {"unknown"}
