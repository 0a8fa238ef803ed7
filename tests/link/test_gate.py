import pytest

from link_values import ARDEN, claim, killed, report
from sourcebook.link import gate
from sourcebook.model.claim import Place, Statement

ABOUT = [
    ("Ferry sinks off cape, 14 drowned", "Divers searched the wreck on Monday."),
    ("Gunman kills two at market", "Police said the suspect fled on foot."),
    ("Quake leaves thousands homeless", "The earthquake killed 40 people at dawn."),
    ("Suspect in market shooting sentenced", "A judge sent him to prison for murder."),
    ("", "A car bomb exploded outside a barracks on Sunday, killing nine soldiers."),
]
ELSEWHERE = [
    (
        "Late goal sinks Rovers",
        "The striker scored twice as the champions won the match and the league.",
    ),
    (
        "Shares crash after bid fails",
        "Investors sold stock as the merger collapsed and revenue fell.",
    ),
    (
        "Trailer for shark attack movie",
        "The film stars a celebrity and opens the summer season.",
    ),
    (
        "Mayor opens bridge",
        "The mayor praised the builders and cut a ribbon on Friday.",
    ),
]


@pytest.mark.parametrize(("title", "text"), ABOUT)
def test_reports_of_harm_open_an_incident(title: str, text: str) -> None:
    told = report(text, title=title)
    where = Place(name="Arden", precision="city", role="event", **ARDEN)
    claims = [
        claim(told, text[:8], killed(2), role="incident_total"),
        claim(told, text[:8], where),
    ]
    assert gate.opens(gate.weight(told, claims))


@pytest.mark.parametrize(("title", "text"), ABOUT)
def test_a_report_without_a_claim_has_no_incident(title: str, text: str) -> None:
    assert not gate.joins(gate.weight(report(text, title=title), ()))


@pytest.mark.parametrize(("title", "text"), ABOUT)
def test_without_a_claim_of_harm_a_report_may_only_join(title: str, text: str) -> None:
    told = report(text, title=title)
    said = Statement(speaker="The mayor", act="condemn", mode="paraphrase")
    value = gate.weight(told, [claim(told, text[:8], said)])
    assert not gate.opens(value)
    assert gate.joins(value)


@pytest.mark.parametrize(("title", "text"), ELSEWHERE)
def test_GRP_4_other_topics_do_not(title: str, text: str) -> None:
    assert not gate.opens(gate.weight(report(text, title=title), ()))


def test_a_background_figure_opens_nothing() -> None:
    told = report("Talks went on. The war has killed 70000 people.")
    total = claim(told, "70000 people", killed(70000), role="background")
    assert gate.weight(told, [total]) <= gate.weight(told, ())


def test_a_dateline_alone_still_tells_that_it_happened_somewhere() -> None:
    told = report("ARDEN, 3 May - Guards fired on a crowd and 12 people died there.")
    total = claim(told, "12 people", killed(12), role="incident_total")
    filed = claim(
        told, "ARDEN", Place(name="Arden", precision="city", role="dateline", **ARDEN)
    )
    assert gate.weight(told, [total, filed]) > gate.weight(told, [total])


def test_a_trial_or_funeral_is_a_follow_up() -> None:
    assert gate.is_follow_up(report("He was jailed.", title="Bomber sentenced to life"))
    assert gate.is_follow_up(report("Crowds came.", title="Funeral for ferry victims"))
    assert not gate.is_follow_up(report("Two died.", title="Ferry sinks off cape"))
