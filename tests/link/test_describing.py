from link_values import ARDEN, city, claim, day, report
from sourcebook.link.describing import date_of, label_of, place_of, type_of
from sourcebook.model.claim import Place, Time


def test_TIM_2_a_missing_year_comes_from_another_report() -> None:
    one = report("It happened on 3 May in Arden.", published=None)
    two = report("On 3 May 2031 a bomb went off.", published=None)
    claims = [
        claim(one, "3 May", day("XXXX-05-03")),
        claim(two, "3 May 2031", day("2031-05-03")),
    ]
    reports = {r.id: r for r in (one, two)}
    assert date_of(reports, claims) == "2031-05-03"
    assert date_of(reports, claims[:1]) == "XXXX-05-03"


def test_TIM_2_a_missing_year_comes_from_the_publication() -> None:
    one = report("It happened on 30 December.", published="2031-01-02")
    told = claim(one, "30 December", day("XXXX-12-30"))
    assert date_of({one.id: one}, [told]) == "2030-12-30"


def test_TIM_3_background_dates_are_never_the_incidents() -> None:
    one = report("It recalled an attack in April 2030.")
    past = Time(edtf="2030-04", role="background", basis="explicit")
    assert date_of({one.id: one}, [claim(one, "April 2030", past)]) is None


def test_N7_a_dateline_is_no_place_of_an_incident() -> None:
    one = report("ARDEN, May 4 - A bus overturned.")
    filed = Place(name="Arden", precision="city", role="dateline", **ARDEN)  # type: ignore[arg-type]
    assert place_of([claim(one, "ARDEN", filed)]) is None


def test_the_place_that_most_reports_tell_wins() -> None:
    many = [report(f"Report {n}: a bomb in Arden.") for n in range(3)]
    stray = report("A bomb, say people in Coville.")
    claims = [claim(r, "Arden", city("Arden", ARDEN)) for r in many]
    claims.append(claim(stray, "Coville", city("Coville", {"country": "XB"})))
    found = place_of(claims)
    assert found is not None and found.name == "Arden"


def test_labels_are_neutral_and_say_what_where_when() -> None:
    arden = city("Jableh", {"country": "SY"})
    tartus = city("Tartous", {"country": "SY"})
    assert (
        label_of("bombing_ied", [arden, tartus], "2016-05-23")
        == "Bombings in Jableh and Tartous, Syria, 23 May 2016"
    )
    assert label_of("unknown", [], None) == "Incident"


def test_the_type_comes_from_titles_and_leads() -> None:
    told = report("A tram left the rails.", title="Tram crash kills four")
    assert type_of([told], []) == "transport_accident"
