from pathlib import Path

import pytest

from sourcebook.cli import main

REPORT = (
    "HOBART, March 14, 2022, Southern Press - Twelve people were killed and at least "
    "30 others injured on Monday when a car bomb exploded at a bus station in Hobart, "
    "police said. The Grey Tide Front claimed responsibility for the attack."
)


@pytest.fixture
def templates(tmp_path: Path) -> str:
    report, out = tmp_path / "TST9-0001.txt", tmp_path / "out"
    report.write_text(REPORT, "utf-8")
    other = tmp_path / "TST9-0002.txt"
    other.write_text("The council in Hobart met on Monday to discuss the budget.")
    main(["build", str(report), str(other), "-o", str(out)], standalone_mode=False)
    file = tmp_path / "response.txt"
    main(
        ["export", str(out / "book.db"), str(file), "--to", "muc4"],
        standalone_mode=False,
    )
    return file.read_text("utf-8")


def slot(templates: str, number: int, *, message: int = 0) -> str:
    template = templates.split("\n\n")[message]
    row = next(x for x in template.splitlines() if x.startswith(f"{number}."))
    return row[36:]


def test_slots_hold_what_the_report_says(templates: str) -> None:
    assert slot(templates, 0) == "TST9-0001"
    assert slot(templates, 2) == "14 MAR 22"
    assert slot(templates, 3) == "AUSTRALIA: HOBART (CITY)"
    assert slot(templates, 4) == "BOMBING"
    assert "CLAIMED OR ADMITTED" in slot(templates, 11)
    assert "BUS STATION" in slot(templates, 12)
    assert slot(templates, 23).startswith("DEATH: ")


def test_muc_notation_of_bounds(templates: str) -> None:
    assert slot(templates, 21).startswith("12: ")
    assert '30-: "AT LEAST 30 OTHERS"' in templates


def test_a_report_without_an_incident_has_an_empty_template(templates: str) -> None:
    assert slot(templates, 0, message=1) == "TST9-0002"
    assert slot(templates, 4, message=1) == "*"
