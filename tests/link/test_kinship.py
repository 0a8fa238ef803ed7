from link_values import ARDEN, city, claim, killed, report, said
from sourcebook.link import link
from sourcebook.model.claim import AttributionLink, Claim
from sourcebook.model.report import Report

LEAD = "A train derailed in Arden on Monday. "


def lineages(*told: tuple[str, AttributionLink | None]) -> list[str | None]:
    reports: list[Report] = []
    claims: list[Claim] = []
    for n, (text, source) in enumerate(told):
        one = report(LEAD + text, outlet=f"paper{n}.example", group="one")
        reports.append(one)
        claims += [
            claim(one, "Arden", city("Arden", ARDEN)),
            claim(one, "three", killed(3), attribution=(source,) if source else ()),
        ]
    found = {c.id: c.lineage for c in link(reports, claims, group_by=True).claims}
    return [found[c.id] for c in claims if c.type == "figure"]


def test_SRC_2_a_surname_is_the_full_name_that_ends_with_it() -> None:
    one, two = lineages(
        ("Karla Wenn said three were dead.", said("Karla Wenn")),
        ("Wenn saw three dead in the aisle.", said("Wenn")),
    )
    assert one == two == "named:karla wenn"


def test_SRC_2_a_surname_of_two_people_stays_apart() -> None:
    found = lineages(
        ("Karla Wenn said three were dead.", said("Karla Wenn")),
        ("Otto Wenn said three had died.", said("Otto Wenn")),
        ("Wenn saw three dead in the aisle.", said("Wenn")),
    )
    assert len(set(found)) == 3


def test_SRC_2_a_person_goes_back_to_the_body_told_elsewhere() -> None:
    one, two = lineages(
        ("Ana Lore said three died.", said("Ana Lore", body="Arden Transit Police")),
        ("Lore said that three died.", said("Lore")),
    )
    assert one == two == "police:arden transit"


def test_SRC_2_the_police_are_the_one_force_that_is_named() -> None:
    one, two = lineages(
        ("Arden Transit Police said three died.", said("Arden Transit Police")),
        ("Police said that three died.", said("police", named=False)),
    )
    assert one == two


def test_SRC_2_the_same_quotation_is_the_same_lineage() -> None:
    words = '"I saw at least three dead in my carriage"'
    one, two = lineages(
        (f"{words}, Karla Wenn said.", said("Karla Wenn")),
        (f"A passenger was shaken: {words}.", None),
    )
    assert one == two == "named:karla wenn"


def test_forces_of_two_places_stay_apart() -> None:
    one, two, three = lineages(
        ("Arden police said three died.", said("Arden police")),
        ("Bridgeton police said three died.", said("Bridgeton police")),
        ("Police said that three died.", said("police", named=False)),
    )
    assert len({one, two, three}) == 3


def test_SRC_2_two_spellings_of_a_name_are_one_person() -> None:
    one, two = lineages(
        ("Noor Ahmad Fayez said three died.", said("Noor Ahmad Fayez")),
        ("Noor Ahmad Faiz said three were dead.", said("Noor Ahmad Faiz")),
    )
    assert one == two


def test_SRC_2_two_persons_with_names_alike_stay_apart() -> None:
    one, two = lineages(
        ("Ana Lore said three died.", said("Ana Lore")),
        ("Ana Lara said three were dead.", said("Ana Lara")),
    )
    assert one != two


def test_SRC_2_initials_behind_a_body_are_the_bodys() -> None:
    one, two = lineages(
        (
            "Peru's prison service BPZ said three died.",
            said("Peru's prison service BPZ"),
        ),
        ("The BPZ said three were dead.", said("BPZ", named=False)),
    )
    assert one == two == "government:PE"
