"""Maps of a case: the SVG picture and the Mermaid text."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from generate import case, choice, decision, ending, flag, passage

from etika_sim import labels
from etika_sim.locale import translator
from etika_sim.model import Flag, Route, Scenario
from etika_sim.reports.map.mermaid import escaped, mermaid
from etika_sim.reports.map.model import Chart, Known, chart
from etika_sim.reports.map.svg import svg
from etika_sim.reports.map.text_width import lines, width

HOSTILE = 'A "title" <script>alert(1)</script> & more; end --> x %% {y} `z` #1 |'
QUALITIES = ("exemplary", "acceptable", "compromised", "violation")


WORDS = translator("en")


def story(title: str = "At the desk", lost: bool = False) -> Scenario:
    """One decision with a red line and routes, one that leads back, a passage, the four kinds of ending."""
    routes = (Route("exemplary", Flag("seen")), Route("acceptable"))
    scenes = [
        decision(
            "desk",
            choice("refuse", "p", recommended=True, set={"seen": 1}),
            choice("wait", "p"),
            choice("take", "violation", red_line=True),
            title=title,
        ),
        passage("p", "room"),
        decision(
            "room", choice("tell", *routes, recommended=True), choice("back", "desk"), title="In the room"
        ),
        *(ending(quality, quality) for quality in QUALITIES if quality != "compromised"),
    ]
    if lost:
        scenes.append(ending("compromised", "compromised"))
    return case(*scenes, state=[flag("seen")], title=title)


def charted(scenario: Scenario) -> Chart:
    """The chart with one recommended road known."""
    steps = {("desk", "refuse", "p"), ("p", None, "room"), ("room", "tell", "exemplary")}
    return chart(scenario, Known(frozenset(scenario.scenes) - {"compromised"}, frozenset(steps)), WORDS)


def picture(scenario: Scenario) -> ET.Element:
    """The picture, parsed."""
    return ET.fromstring(svg(charted(scenario), WORDS))  # noqa: S314 - our own text


def said(root: ET.Element, tag: str = "text") -> list[str]:
    """The words of all elements of that name."""
    return [element.text or "" for element in root.iter(f"{{http://www.w3.org/2000/svg}}{tag}")]


def test_choices_that_lead_to_the_same_scenes_share_a_link() -> None:
    """Red lines stand apart; a link knows its numbers, its conditions, and whether the road goes there."""
    links = {(link.source, link.target, link.numbers): link for link in charted(story()).links}

    assert links["desk", "p", (1, 2)].road
    assert links["desk", "violation", (3,)].red_line
    assert links["room", "exemplary", (1,)].when == ("seen",)
    assert not links["room", "exemplary", (1,)].sure
    assert not links["room", "acceptable", (1,)].road
    assert links["p", "room", ()].sure


def test_the_start_comes_first() -> None:
    """Wherever it stands in the file."""
    scenario = case(ending("end"), decision("a", choice("x", "end")), start="a")

    assert [node.id for node in charted(scenario).nodes] == ["a", "end"]


def test_the_picture_says_in_words_what_it_shows() -> None:
    """Titles, choices, kinds of ending, marks and lines are there as text; so are title and description."""
    words = said(picture(story(lost=True)))

    assert {"At the desk", "In the room", "refuse", "wait", "take", "tell", "back"} <= set(words)
    assert {f"ending, {labels.quality(quality)}" for quality in QUALITIES} <= set(words)
    assert {"recommended road", "red line", "back to an earlier scene", "out of reach", "start"} <= set(words)
    assert said(picture(story()), "title")[0] == "Map: At the desk"
    assert said(picture(story()), "desc") == ["2 decisions, 1 passage, 3 endings; read from top to bottom."]


def test_what_does_not_occur_is_not_explained() -> None:
    """A plain case has a plain key."""
    words = said(picture(case(decision("a", choice("x", "end")), ending("end"))))

    assert not {"red line", "out of reach", "back to an earlier scene"} & set(words)


@pytest.mark.parametrize("quality", QUALITIES)
def test_kinds_of_ending_differ_in_shape(quality: str) -> None:
    """Without any colour the four boxes look different."""
    others = set(QUALITIES) - {quality}
    shapes = {
        kind: re.sub(r'class="[^"]*"|\d+\.?\d*', "", svg(charted(case(ending("a", kind), start="a")), WORDS))
        + str(re.findall(r'rx="\d+', svg(charted(case(ending("a", kind), start="a")), WORDS)))
        for kind in QUALITIES
    }

    assert all(shapes[quality] != shapes[other] for other in others)


def test_the_picture_needs_nothing_from_outside() -> None:
    """No address but the name of the language SVG, no script, no style sheet, no font."""
    text = svg(charted(story(HOSTILE)), WORDS)

    assert re.findall(r"https?://[^\"]*", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<script|@import|@font-face|<image|href|url\((?!#)", text)


def test_an_authors_words_stay_words() -> None:
    """Whatever a title holds is read as it stands, in the picture and in the text."""
    assert any("alert(1)" in line for line in said(picture(story(HOSTILE))))
    assert f"Map: {HOSTILE}" in said(picture(story(HOSTILE)), "title")
    assert ET.fromstring(svg(charted(story("\x00\x1b[31m\ud800\ufffe")), WORDS)) is not None  # noqa: S314


def test_a_label_of_mermaid_means_nothing_but_itself() -> None:
    """Only letters, digits and harmless signs stand as they are; the others are written as numbers."""
    assert escaped('a"b<c>;#') == "a#34;b#60;c#62;#59;#35;"
    assert [escaped("1. one"), escaped("- one"), escaped("1 one.")] == ["1#46; one", "#45; one", "1 one."]
    text = mermaid(charted(story(HOSTILE)), WORDS)
    for label in re.findall(r'"([^"]*)"', text):
        assert re.fullmatch(r"(?:[\w .,:!?()\-/…]|#\d+;|<br/>)*", label), label


def test_the_mermaid_text_names_every_scene_once_and_every_link() -> None:
    """Links on the recommended road are thick, those under a condition dotted."""
    found = charted(story(lost=True))
    text = mermaid(found, WORDS)

    assert len(re.findall(r"^  s\d+[\[({>]", text, re.MULTILINE)) == len(found.nodes)
    assert len(re.findall(r"^  s\d+ (==>|-->|-\.->)", text, re.MULTILINE)) == len(found.links)
    assert '  s0 ==>|"1, 2"| s1' in text
    assert '  s2 -.->|"1"| s4' in text
    assert text.startswith("flowchart TD\n")


def test_text_is_broken_where_it_may_be() -> None:
    """Between words and behind hyphens; what is left over ends in an ellipsis, and nothing is too wide."""
    assert lines("serahkan-bertanda-terima", 10, 70, 3) == ["serahkan-", "bertanda-", "terima"]
    assert lines("one two", 10, 500, 1) == ["one two"]
    assert lines("a b c d e f g h i j", 10, 30, 2)[-1].endswith("…")
    for line in lines("Perpanjanganketerangan " * 5, 12, 80, 3):
        assert width(line, 12) <= 80
    assert lines("", 10, 50, 2) == []
