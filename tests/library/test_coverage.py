"""What cases cover together is counted from their entries, and what is missing is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from etika_sim.language.fields import LEVELS, PRACTICES, PRESSURES, REMEDIES, THEMES
from etika_sim.library.catalogue import Entry
from etika_sim.library.coverage import IN_A_MODULE, OF_A_PRINCIPLE, SEVERAL_MODULES, Coverage, cover
from etika_sim.model import PRINCIPLES

ALL = {
    "practices": PRACTICES,
    "pressures": PRESSURES,
    "remedies": REMEDIES,
    "themes": THEMES,
    "principles": tuple(principle.value for principle in PRINCIPLES),
}


def entry(n: int, **facts: object) -> Entry:
    """The n-th of many cases that have everything, over modules and levels in turn."""
    told = {"title": f"Kasus {n}", "module": n % 6 + 1, "level": LEVELS[n % 3], **ALL, **facts}
    return Entry(f"kasus-{n:02}", Path(f"kasus-{n:02}.yaml"), own=False, sound=True)._replace(**told)


def whole() -> list[Entry]:
    """Two dozen cases without a hole."""
    return [entry(n) for n in range(24)]


def holes(coverage: Coverage) -> set[tuple[str, str, str, int, int]]:
    """Each hole as its group, its name, its unit and its two numbers."""
    return {(one.share.group, one.share.name, *one[1:]) for one in coverage.holes}


def test_two_dozen_cases_that_have_everything_leave_no_hole() -> None:
    """Four a module, eight a level, everything everywhere."""
    covered = cover(whole())

    assert (covered.holes, covered.unnamed) == ((), ())
    assert [len(share.cases) for share in covered.of("modules")] == [4] * 6
    assert [len(share.cases) for share in covered.of("levels")] == [8] * 3
    assert [share.name for share in covered.of("themes")] == list(THEMES)


def test_files_with_errors_count_for_nothing() -> None:
    """What cannot be played covers nothing."""
    assert cover([entry(1)._replace(sound=False)]).cases == ()


def test_a_module_with_three_cases_is_a_hole() -> None:
    """Four are wanted of each."""
    cases = [one for one in whole() if one.id != "kasus-00"]

    assert holes(cover(cases)) == {("modules", "1", "cases", IN_A_MODULE - 1, IN_A_MODULE)}


@pytest.mark.parametrize(("advanced", "found"), [(6, set()), (5, {("levels", "advanced", "cases", 5, 6)})])
def test_a_level_with_less_than_a_fourth_is_a_hole(advanced: int, found: set[object]) -> None:
    """Six of twenty-four will do, five will not."""
    levels = ["advanced"] * advanced + ["basic"] * 9 + ["intermediate"] * (15 - advanced)
    cases = [entry(n, level=level) for n, level in enumerate(levels)]

    assert holes(cover(cases)) == found


@pytest.mark.parametrize("group", ["practices", "pressures", "remedies"])
def test_what_is_found_in_two_modules_only_is_a_hole(group: str) -> None:
    """Three modules are wanted of each practice, pressure and remedy, however many cases there are."""
    first, *others = ALL[group]
    for modules in (2, 3):
        cases = [entry(n, **{group: ALL[group] if n % 6 < modules else tuple(others)}) for n in range(24)]
        expected = set() if modules == SEVERAL_MODULES else {(group, first, "modules", 2, SEVERAL_MODULES)}
        assert holes(cover(cases)) == expected


def test_a_principle_at_stake_in_eleven_cases_is_a_hole() -> None:
    """Twelve are wanted of each."""
    cases = [entry(n, principles=ALL["principles"][int(n >= 11) :]) for n in range(24)]

    assert holes(cover(cases)) == {("principles", "integrity", "cases", 11, OF_A_PRINCIPLE)}


def test_a_theme_without_a_case_is_a_hole_and_a_case_without_a_theme_is_named() -> None:
    """One case a theme is enough; one that says none cannot be found by name."""
    cases = [entry(n, themes=THEMES[1:]) for n in range(23)] + [entry(23, themes=())]
    covered = cover(cases)

    assert holes(covered) == {("themes", THEMES[0], "cases", 0, 1)}
    assert [one.id for one in covered.unnamed] == ["kasus-23"]
