import json
from pathlib import Path

import pytest

from sourcebook.errors import ConfigError, InputError
from sourcebook.evaluate.floors import check_floors, raise_floors


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.json").write_text("{}", "utf-8")
    return folder


def test_floors_rise_and_do_not_sink(tmp_path: Path, gold: Path) -> None:
    floors = tmp_path / "floors.json"
    raise_floors({"x.f1": 0.81234}, floors=floors, name="a", gold=gold)
    assert json.loads(floors.read_text("utf-8"))["a"]["floors"] == {"x.f1": 0.812}
    assert check_floors({"x.f1": 0.813}, floors=floors, name="a", gold=gold) == []
    below = check_floors({"x.f1": 0.7}, floors=floors, name="a", gold=gold)
    assert below == ["x.f1 is 0.700, its floor is 0.812"]
    with pytest.raises(ConfigError, match="--allow-regression"):
        raise_floors({"x.f1": 0.7}, floors=floors, name="a", gold=gold)
    lowered = raise_floors(
        {"x.f1": 0.7}, floors=floors, name="a", gold=gold, allow_regression=True
    )
    assert lowered == {"x.f1": 0.7}


def test_a_ceiling_may_only_fall(tmp_path: Path, gold: Path) -> None:
    floors, key = tmp_path / "floors.json", "linking.false_incidents"
    raise_floors({key: 2}, floors=floors, name="a", gold=gold)
    assert check_floors({key: 2}, floors=floors, name="a", gold=gold) == []
    assert check_floors({key: 3}, floors=floors, name="a", gold=gold)


def test_other_gold_is_refused(tmp_path: Path, gold: Path) -> None:
    floors = tmp_path / "floors.json"
    raise_floors({"x.f1": 0.5}, floors=floors, name="a", gold=gold)
    (gold / "a.json").write_text('{"changed": true}', "utf-8")
    with pytest.raises(ConfigError, match="not the one"):
        check_floors({"x.f1": 0.5}, floors=floors, name="a", gold=gold)


def test_missing_floors_name_the_next_step(tmp_path: Path, gold: Path) -> None:
    with pytest.raises(InputError, match="--raise"):
        check_floors({}, floors=tmp_path / "none.json", name="a", gold=gold)
