from link_values import ARDEN, city, claim, killed, report, said
from sourcebook.link import link
from sourcebook.model.claim import AttributionLink
from sourcebook.model.report import Report


def told(
    of: Report, words: str, name: str | None = None, *, named: bool = True, field="text"
) -> AttributionLink:
    """Return a source that stands in a report's words."""
    start = of.characters(field).index(words)
    return AttributionLink(
        name=name or words.removeprefix("the ").removeprefix("The "),
        quote=words,
        field=field,
        start=start,
        end=start + len(words),
        relation="says",
        named=named,
    )


def lineages(of: Report, *sources: tuple[str, AttributionLink]) -> list[str | None]:
    claims = [claim(of, "Arden", city("Arden", ARDEN))]
    for quote, source in sources:
        field = source.field or "text"
        claims.append(claim(of, quote, killed(3), field=field, attribution=(source,)))
    found = {c.id: c.lineage for c in link([of], claims, group_by=True).claims}
    return [found[c.id] for c in claims if c.type == "figure"]


def test_SRC_2_a_kind_of_body_is_the_one_told_before() -> None:
    one = report(
        "A fire in Arden killed ten, the Harbour Relief Foundation said. "
        "Three were children, the foundation said.",
        group="one",
    )
    whole, again = lineages(
        one,
        ("ten", told(one, "the Harbour Relief Foundation")),
        ("Three", told(one, "the foundation", named=False)),
    )
    assert whole == again == "named:harbour relief foundation"


def test_SRC_2_the_group_is_the_body_told_right_before() -> None:
    one = report(
        "A strike on Arden killed ten, the Harbour Lawyers said. "
        "Three were shot, said the rights group.",
        group="one",
    )
    whole, again = lineages(
        one,
        ("ten", told(one, "the Harbour Lawyers")),
        ("Three", told(one, "the rights group", named=False)),
    )
    assert whole == again == "named:harbour lawyers"


def test_SRC_2_staff_speak_for_their_body() -> None:
    one = report(
        "A raid on Arden killed ten, the Bay Monitoring Mission said. "
        "Ana Lore, a doctor of the mission, said three were children. "
        '"We buried four," said its head, Otto Wenn. Al Moss, a farmer, saw five.',
        group="one",
    )
    found = lineages(
        one,
        ("ten", told(one, "the Bay Monitoring Mission")),
        ("three", told(one, "Ana Lore")),
        ("four", told(one, "its head, Otto Wenn", "Otto Wenn")),
        ("five", told(one, "Al Moss")),
    )
    assert found[0] == found[1] == found[2]
    assert found[3] == "named:al moss"


def test_SRC_2_a_headlines_bare_office_is_the_one_that_the_text_names() -> None:
    one = report(
        "Arden was hit. Eleven nationals died, the Cuban embassy in Lima said.",
        title="Eleven Cubans among dead, embassy says",
        group="one",
    )
    short, full = lineages(
        one,
        ("Eleven", told(one, "embassy", named=False, field="title")),
        ("Eleven", told(one, "the Cuban embassy in Lima")),
    )
    assert short == full == "government:CU"


def test_SRC_3_what_two_bodies_may_be_stays_open() -> None:
    one = report(
        "Arden was hit. Ten died, the Bay Relief Agency said. Nine died, the Arden "
        "Rescue Agency said.",
        title="Three dead, agency says",
        group="one",
    )
    short, *_ = lineages(
        one,
        ("Three", told(one, "agency", named=False, field="title")),
        ("Ten", told(one, "the Bay Relief Agency")),
        ("Nine", told(one, "the Arden Rescue Agency")),
    )
    assert short == "official:officials"


def test_SRC_2_nobody_before_leaves_a_source_as_it_is() -> None:
    one = report("Three died in Arden, said its surgeon, Ana Lore.", group="one")
    source = told(one, "its surgeon, Ana Lore", "Ana Lore")
    assert lineages(one, ("Three", source)) == ["named:ana lore"]
    assert said("Ana Lore").name == "Ana Lore"
