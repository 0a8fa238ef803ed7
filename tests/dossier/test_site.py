"""Whole pages: what holds on every page, private and public."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest

from sourcebook.dossier import Dossiers, write_site
from sourcebook.dossier.page import build_page
from sourcebook.dossier.values import Page

#: Names of invented victims and witnesses in the examples.
PRIVATE = ("Aroha", "Pene", "Moana", "Reid")
LIMIT = 300_000


@pytest.fixture(params=["private", "public"])
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    name = {"private": "example_pages", "public": "public_pages"}[request.param]
    found: dict[str, str] = request.getfixturevalue(name)
    return found


def trees(pages: dict[str, str]) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    for name, page in pages.items():
        if name.endswith(".html"):
            yield name, lxml.html.document_fromstring(page)


def incident_pages(material: Dossiers) -> list[Page]:
    return [build_page(material, root) for root in material.roots()]


def test_every_page_is_written_in_both_forms(pages: dict[str, str]) -> None:
    assert "index.html" in pages
    incidents = [name for name in pages if name.startswith("incident-")]
    assert len(incidents) == 4
    assert {name.replace(".md", ".html") for name in incidents} <= set(pages)


def test_html_is_complete_and_in_one_language(pages: dict[str, str]) -> None:
    for _, tree in trees(pages):
        assert tree.get("lang") == "en"
        assert len(tree.xpath("//h1")) == 1
        assert tree.xpath("//main") and tree.xpath("//title/text()")


def test_headings_skip_no_level(pages: dict[str, str]) -> None:
    for name, tree in trees(pages):
        levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4")]
        steps = [b - a for a, b in pairwise(levels)]
        assert levels[0] == 1 and max(steps, default=0) <= 1, name


def test_anchors_are_unique(pages: dict[str, str]) -> None:
    for name, tree in trees(pages):
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), name


def test_n3_every_mark_leads_to_its_claim_on_the_page(pages: dict[str, str]) -> None:
    for name, tree in trees(pages):
        ids = set(tree.xpath("//@id"))
        inner = {h[1:] for h in tree.xpath("//@href") if h.startswith("#")}
        assert inner <= ids, (name, sorted(inner - ids))


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, str]) -> None:
    for _, tree in trees(pages):
        loaded = [*tree.xpath("//@src"), *tree.xpath("//@href")]
        assert all(
            re.match(r"#|incident-|index|[a-z]+\.(csv|jsonl)$", a) for a in loaded
        )
        styles = " ".join(tree.xpath("//style/text()"))
        assert "url(" not in styles and "@import" not in styles


def test_n3_no_figure_without_range_rule_and_claims(
    example_pages: dict[str, str],
) -> None:
    rows = [
        row
        for _, tree in trees(example_pages)
        for row in tree.xpath("//section[@id='figures']//div[@class='figure']")
    ]
    assert rows
    for row in rows:
        words = row.text_content()
        assert "Rules: " in words and "ever" in words
        assert row.xpath(".//details//a[starts-with(@href, '#c-')]")


def test_page_is_light_without_the_reports_texts(pages: dict[str, str]) -> None:
    for name, tree in trees(pages):
        for text in tree.xpath("//details[@class='text']"):
            text.drop_tree()
        assert len(lxml.html.tostring(tree)) < LIMIT, name


def test_n21_public_pages_name_no_victim_and_no_witness(
    public_pages: dict[str, str], example_pages: dict[str, str]
) -> None:
    private = " ".join(example_pages.values())
    public = " ".join(public_pages.values())
    assert all(name in private for name in PRIVATE)
    assert [name for name in PRIVATE if name in public] == []


def test_n21_public_pages_hold_no_text_of_a_report(
    public_pages: dict[str, str], example_material: Dossiers
) -> None:
    public = " ".join(" ".join(public_pages.values()).split())
    for report in example_material.reports:
        for paragraph in report.text.characters.split("\n\n"):
            words = " ".join(paragraph.split())
            assert len(words) < 200 or words not in public


def test_report_texts_stand_as_published(
    example_pages: dict[str, str], example_material: Dossiers
) -> None:
    shown = [
        "".join(p.xpath(".//text()[not(ancestor::sup or ancestor::a)]"))
        for _, tree in trees(example_pages)
        for p in tree.xpath("//details[@class='text']/p")
    ]
    told = {
        " ".join(report.text.characters.split()) for report in example_material.reports
    }
    plain = [re.sub(r"\s", "", words) for words in told]
    for words in shown:
        bare = re.sub(r"\s", "", words)
        assert any(bare in text for text in plain), words


def test_markdown_tables_have_cells_in_every_row(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        if name.endswith(".md"):
            for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
                cells = {
                    len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()
                }
                assert len(cells) == 1, (name, table)
                assert table.splitlines()[1].startswith("|---")


def test_markdown_and_html_say_the_same(
    example_material: Dossiers, example_pages: dict[str, str]
) -> None:
    for page in incident_pages(example_material):
        html = example_pages[f"incident-{page.id}.html"]
        text = example_pages[f"incident-{page.id}.md"]
        words = lxml.html.document_fromstring(html).text_content()
        marks = set(re.findall(r"\b[FRSMT]\d+\b", text))
        assert marks <= set(re.findall(r"[FRSMT]\d+", words))
        for row in page.figures.people:
            assert row.words in text and row.words in words
        for difference in page.differences:
            assert difference.kind in text and difference.kind in words


def test_summary_has_five_sentences_at_most_and_no_mark_twice(
    example_material: Dossiers,
) -> None:
    for page in incident_pages(example_material):
        assert len(page.summary) <= 5
        seen: set[str] = set()
        for _, refs in (clause for sentence in page.summary for clause in sentence):
            marks = {ref.mark for ref in refs}
            assert len(marks) == len(refs) and (len(refs) < 2 or marks.isdisjoint(seen))
            seen |= marks
        for sentence in page.summary:
            words = "".join(words for words, _ in sentence)
            assert words.endswith(".") and words[0].isupper()
            assert any(refs for _, refs in sentence)


def test_hard_contradictions_come_first(example_material: Dossiers) -> None:
    rank = {"hard": 0, "soft": 1}
    for page in incident_pages(example_material):
        ranks = [rank[d.severity] for d in page.differences]
        assert ranks == sorted(ranks)
        assert all(len(d.sides) > 1 for d in page.differences)


def test_copies_share_one_quotation(example_material: Dossiers) -> None:
    page = next(p for p in incident_pages(example_material) if len(p.reports) > 1)
    quotes = [out.quote for out in page.left_out]
    assert any("; also " in quote.places for quote in quotes)
    assert [box.number for box in page.genealogy.boxes][:2] == [1, 2]
    assert len(page.genealogy.arcs) == 1


def test_toll_chart_is_to_scale(example_material: Dossiers) -> None:
    page = next(p for p in incident_pages(example_material) if len(p.reports) > 1)
    chart = next(row.chart for row in page.figures.people if row.metric == "killed")
    assert chart is not None
    points = [p for line in chart.lines for p in line.points]
    by_height = sorted(points, key=lambda p: p.y)
    assert by_height[0].words.startswith("at most 49")
    assert max(p.y for p in points) <= chart.floor
    assert chart.days[0][1] == "14 Mar" and chart.days[-1][1] == "18 Mar"


def test_no_incident_gives_an_index_that_says_so(
    tmp_path: Path, example_material: Dossiers
) -> None:
    empty = replace(
        example_material,
        incidents=(),
        claims=(),
        placements=(),
        estimates=(),
        contradictions=(),
    )
    (index,) = write_site(empty, tmp_path)
    words = lxml.html.fromstring(index.read_text("utf-8")).text_content()
    assert "No report tells of an incident" in words
    assert "8 reports tell of no incident" in words


def test_index_lists_reports_of_no_incident(example_pages: dict[str, str]) -> None:
    tree = lxml.html.document_fromstring(example_pages["index.html"])
    assert "Bay Sports" in tree.get_element_by_id("without").text_content()


def test_index_lists_reports_in_unread_languages(
    tmp_path: Path, example_material: Dossiers
) -> None:
    first, *rest = example_material.reports
    foreign = replace(first, text=replace(first.text, language="fr"))
    none = replace(
        example_material, reports=[foreign, *rest], incidents=(), placements=()
    )
    (index,) = write_site(none, tmp_path)
    tree = lxml.html.document_fromstring(index.read_text("utf-8"))
    assert "fr, Southern Press" in tree.get_element_by_id("unread").text_content()


def test_pages_of_incidents_that_are_gone_are_removed(
    tmp_path: Path, example_material: Dossiers
) -> None:
    stale = tmp_path / "incident-0.html"
    stale.write_text("old", "utf-8")
    write_site(example_material, tmp_path)
    assert not stale.exists()


def test_pages_do_not_depend_on_the_order_of_claims(
    tmp_path: Path, example_material: Dossiers, example_pages: dict[str, str]
) -> None:
    turned = replace(
        example_material,
        claims=example_material.claims[::-1],
        incidents=example_material.incidents[::-1],
        estimates=example_material.estimates[::-1],
        contradictions=example_material.contradictions[::-1],
    )
    again = {p.name: p.read_text("utf-8") for p in write_site(turned, tmp_path)}
    assert again == example_pages


def test_one_report_makes_one_page(pages_of: Callable[[str], dict[str, str]]) -> None:
    pages = pages_of(
        "DUNEDIN, May 4, 2031 (Otago Times) - One person was killed and at least two "
        "others were injured on Sunday when a bus crashed into a shop in Dunedin, "
        "police said.\n\nThe road stayed closed until the evening."
    )
    incident = next(page for name, page in pages.items() if name != "index.html")
    words = " ".join(lxml.html.document_fromstring(incident).text_content().split())
    assert "1 person is reported killed" in words
    assert "at least 2 people are reported injured" in words
    assert "No contradiction was found." in words


def test_marks_in_texts_share_no_class_with_the_layout(
    example_pages: dict[str, str],
) -> None:
    for _, tree in trees(example_pages):
        marked = {c for m in tree.xpath("//mark/@class") for c in m.split()}
        others = {
            c
            for e in tree.xpath("//*[@class][not(self::mark)]/@class")
            for c in e.split()
        }
        assert marked.isdisjoint(others - {"differs"})
