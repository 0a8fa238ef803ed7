from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from sourcebook.evaluate.bench.generated import Generator
from sourcebook.evaluate.bench.scale import Load, exponent, measured, scale
from sourcebook.extract.screen import relevant

COUNT = 200


@pytest.fixture(scope="module")
def made() -> list:
    return list(Generator(3).made(COUNT))


def test_equal_seeds_give_equal_reports_and_others_differ(made: list) -> None:
    assert list(Generator(3).made(COUNT)) == made
    assert [r.id for r, _ in Generator(4).made(COUNT)] != [r.id for r, _ in made]


def test_a_smaller_load_is_the_beginning_of_a_larger_one(made: list) -> None:
    assert list(Generator(3).made(100)) == made[:100]


def test_the_mixture_is_that_of_a_general_stream(made: list) -> None:
    assert len({r.id for r, _ in made}) == COUNT
    quiet = sum(not claims for _, claims in made)
    assert 0.15 < quiet / COUNT < 0.6
    texts = Counter(r.text.id for r, _ in made)
    assert sum(n - 1 for n in texts.values()) > COUNT * 0.02  # exact copies
    assert len({r.published for r, _ in made}) > 5
    words = [len(r.text.characters.split()) for r, _ in made]
    assert 120 < sum(words) / COUNT < 320


def test_claims_stand_where_they_say(made: list) -> None:
    for report, claims in made:
        for claim in claims:
            claim.span.verify(report.characters(claim.field), quote=claim.quote)
            assert claim.setting.sentence.contains(claim.span)


def test_the_screen_drops_general_news_and_keeps_incidents(made: list) -> None:
    told = [relevant(report) for report, claims in made if claims]
    assert all(told)
    assert not all(relevant(report) for report, claims in made if not claims)


def test_linking_has_its_work_on_them() -> None:
    load = measured(COUNT, sample=0)
    assert load.reports == COUNT
    assert COUNT / 40 < load.incidents < COUNT
    assert load.seconds >= load.linking > 0
    assert load.memory > 10_000_000


def test_the_exponent_tells_how_time_grows() -> None:
    less = Load(
        reports=100,
        claims=0,
        incidents=0,
        screen=0.0,
        copies=0.0,
        linking=2.0,
        extraction=0.0,
        memory=1,
    )
    assert exponent(less, replace(less, reports=1000, linking=20.0)) == pytest.approx(1)
    assert exponent(less, replace(less, reports=200, linking=8.0)) == pytest.approx(2)


def test_each_size_is_measured_and_growth_told() -> None:
    results = list(scale([100, 150], sample=0))
    assert results[-1].measure == "exponent of time"
    assert results[-1].data == "growth, 100 to 150"
    peaks = [r.by_method["sourcebook"] for r in results if "memory" in r.measure]
    assert len(peaks) == 2
