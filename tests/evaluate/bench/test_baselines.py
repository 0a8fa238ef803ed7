import pytest

from sourcebook.evaluate.bench.baselines import DependencyExtractor, RegexExtractor
from sourcebook.model.claim import Figure
from sourcebook.model.report import Report, Text


def figures(extractor: RegexExtractor | DependencyExtractor, text: str) -> list:
    report = Report.of(Text.of(text, language="en"), source_id="a")
    ((_, claims),) = extractor.extract([report])
    found = [c for c in claims if isinstance(c.payload, Figure)]
    assert all(c.role == "incident_total" and not c.attribution for c in found)
    return [(c.payload.metric, c.payload.value) for c in found]


@pytest.mark.parametrize("extractor", [RegexExtractor(), DependencyExtractor()])
def test_a_baseline_reads_the_plainest_sentence(extractor) -> None:
    text = "Twelve people were killed in a bombing in Hobart, police said."
    assert figures(extractor, text) == [("killed", 12)]


def test_regular_expressions_cross_coordinated_counts() -> None:
    text = "The blast in Hobart killed 58 and injured 527, police said."
    assert figures(RegexExtractor(), text) == [("killed", 58), ("injured", 527)]
