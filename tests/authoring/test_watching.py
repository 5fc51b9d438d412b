"""Which scene was changed, and a play that stands there."""

from __future__ import annotations

import pytest

from etika_sim.authoring.watching import ALONE, KEPT, SHORTEST, Change, changed, consequences, stand
from etika_sim.checks.validate import Cited, check_case
from etika_sim.model import Scenario

FIRST = (("loket", "kembalikan"),)


@pytest.fixture
def text(base_case: str) -> str:
    """The small case, and a scene to which nothing leads but itself."""
    return base_case


def built(text: str, *changes: tuple[str, str]) -> Scenario:
    """The scenario of the text with some of it replaced."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    found = check_case(text.encode(), "a", "a.yaml", Cited(None, None), proved=True).scenario
    assert found is not None
    return found


def scenes_of(text: str) -> list[str]:
    """The ids of the scenes."""
    return list(built(text).scenes)


def test_nothing_is_changed_in_the_same_case(text: str) -> None:
    """Built anew it is the same, remarks and the title of the case apart."""
    assert changed(built(text), built("# halo\n" + text)) is None
    assert changed(built(text), built(text, ("title: ", "title: X "))) is None


def test_the_text_of_a_scene_names_the_scene(text: str) -> None:
    """A decision, a passage or an ending, by its id."""
    for scene in ("loket", "sore-hari", "selesai-bersih"):
        after = built(text)
        renewed = {**after.scenes, scene: after.scenes[scene]._replace(title="Lain")}
        object.__setattr__(after, "scenes", renewed)

        assert changed(built(text), after) == Change(scene)


def test_a_choice_names_its_scene_and_itself(text: str) -> None:
    """Only if the rest of the scene is as it was."""
    outcome = "Pak Darto menarik amplopnya"
    before = built(text)
    assert outcome in text

    assert changed(before, built(text, (outcome, "Ia menarik tangannya"))) == Change("loket", ("kembalikan",))
    both = built(text, (outcome, "Ia menarik tangannya"), ("    ask: ", "    ask: Nah, "))
    assert changed(before, both) == Change("loket")


def test_of_several_changes_the_first_in_the_file_counts(text: str) -> None:
    """An author works from top to bottom."""
    both = built(text, ("Menjelang tutup", "Sore itu"), ("    ask: ", "    ask: Nah, "))

    assert changed(built(text), both) == Change("loket")


def test_every_scene_of_a_sound_case_can_be_stood_at(text: str) -> None:
    """By the shortest play, without a road; the play is at the scene or has just passed it."""
    scenario = built(text)
    for scene in scenario.scenes:
        found = stand(scenario, scene)
        assert found is not None
        assert scene in (found.play.scene, *found.play.passed)
        assert found.way in (KEPT, SHORTEST)
        assert tuple((step.scene, step.choice) for step in found.play.steps) == found.road


def test_the_road_that_was_gone_before_is_kept(text: str) -> None:
    """A longer road that passes the scene goes before a shorter one, and is not cut for the next time."""
    scenario = built(text)
    road = (("loket", "simpan"), ("ruang-kepala", "diam"))

    there = stand(scenario, "ruang-kepala", road)
    back = stand(scenario, "loket", road)

    assert there is not None
    assert back is not None
    assert ([step.choice for step in there.play.steps], there.road, there.way) == (["simpan"], road, KEPT)
    assert (back.play.steps, back.road, back.way) == ((), road, KEPT)


@pytest.mark.parametrize(
    "road", [(("loket", "hilang"),), (("hilang", "simpan"),), (("ruang-kepala", "diam"),)]
)
def test_a_road_that_is_no_more_gives_way_to_the_shortest(
    road: tuple[tuple[str, str], ...], text: str
) -> None:
    """Choices that were renamed or taken away stop nothing."""
    found = stand(built(text), "ruang-kepala", road)

    assert found is not None
    assert found.way == SHORTEST
    assert found.play.scene == "ruang-kepala"


def test_a_scene_that_nothing_leads_to_begins_the_story(text: str) -> None:
    """So that it can be read before it is linked; the road stays for later."""
    new = "  baru:\n    ending: exemplary\n    title: Baru\n    text: Baru.\n"
    scenario = built(text, ("scenes:\n", f"scenes:\n{new}"))
    found = stand(scenario, "baru", FIRST)

    assert found is not None
    assert (found.play.scene, found.road, found.way) == ("baru", FIRST, ALONE)


def test_a_passage_that_leads_in_a_circle_cannot_be_stood_at(text: str) -> None:
    """It is told, and nothing breaks."""
    circle = "  putar:\n    text: Putar.\n    to: putar\n"
    scenario = built(text, ("scenes:\n", f"scenes:\n{circle}"))

    assert stand(scenario, "putar") is None


def test_the_consequences_of_choices_that_are_offered(text: str) -> None:
    """Each from the same place; what is not offered there is left out."""
    found = stand(built(text), "loket")
    assert found is not None

    after = consequences(found.play, ("simpan", "hilang", "kembalikan"))

    assert [play.steps[-1].choice for play in after] == ["simpan", "kembalikan"]
