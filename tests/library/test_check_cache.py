"""Many cases: checked on all cores, remembered by content, and the same as one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from etika_sim.checks.pages import page, rules
from etika_sim.language.limits import LARGEST
from etika_sim.library import check_all
from etika_sim.library.check_cache import NAME, from_data, to_data
from etika_sim.library.examine import examine, together
from etika_sim.library.folders import shipped
from etika_sim.library.survey import survey_library

DAY = "2026-11-24"
DATA = Path(__file__).parents[1] / "data"
COUNT = check_all.MANY + 3
BROKEN = Path(__file__).parents[1] / "broken"
TAUGHT = Path(__file__).parents[1] / "taught"


def data_text(name: str) -> str:
    """The text of a file of tests/data."""
    return (DATA / name).read_text(encoding="utf-8")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of many cases, each with its translation; one of them has an error."""
    folder = tmp_path / "kasus"
    folder.mkdir()
    for n in range(COUNT):
        folder.joinpath(f"kasus-{n:02}.yaml").write_text(data_text("small.yaml"), encoding="utf-8")
        folder.joinpath(f"kasus-{n:02}.en.yaml").write_text(data_text("small.en.yaml"), encoding="utf-8")
    folder.joinpath("kasus-03.yaml").write_text("format: 1\ntitle: Rusak\n", encoding="utf-8")
    return folder


def found(folder: Path, cache: Path | None, day: str = DAY) -> list[tuple[object, ...]]:
    """All that is found, place by place."""
    return [
        (one.name, one.stage, one.states, one.findings, tuple(one.located()), one.case)
        for one in together(examine([folder], LARGEST, day, cache=cache))
    ]


def test_many_cases_are_found_as_one_after_the_other(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On all cores, on one, and out of the cache: the same files, findings and places, in the same order."""
    spread = found(many, many.parent / "simpanan")
    remembered = found(many, many.parent / "simpanan")
    monkeypatch.setattr(check_all, "MANY", COUNT + 1)

    assert spread == remembered == found(many, None)
    assert len(spread) == 2 * COUNT - 1


def never(*_args: object, **_rest: object) -> None:
    """What must not be done."""
    raise AssertionError("checked again")


def test_what_has_not_changed_is_not_checked_again(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time no case is checked, and the pack is not surveyed either."""
    first = survey_library(examine([shipped()], LARGEST, DAY, cache=many), many)
    monkeypatch.setattr(check_all, "check_case", never)
    monkeypatch.setattr("etika_sim.library.survey._surveyed", never)

    again = survey_library(examine([shipped()], LARGEST, DAY, cache=many), many)

    assert again == first


CHANGES: dict[str, Callable[[Path], object]] = {
    "case": lambda folder: (folder / "kasus-01.yaml").write_text(data_text("small.yaml") + "#", "utf-8"),
    "translation": lambda folder: (folder / "kasus-01.en.yaml").unlink(),
    "register": lambda folder: (folder / "channels.yaml").write_text("channels: {}\n", "utf-8"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_checked_anew(many: Path, change: str) -> None:
    """A byte of the case, a translation, a register: each changes the key of what depends on it."""
    before = [*check_all.keys_of(families(many))]
    CHANGES[change](many)
    after = [*check_all.keys_of(families(many))]

    changed = sum(one != other for one, other in zip(before, after, strict=True))
    assert changed == (COUNT if change == "register" else 1)


def families(folder: Path) -> list[check_all.Family]:
    """The cases of a folder with their translations."""
    cases = sorted(file for file in folder.glob("kasus-??.yaml"))
    return [
        check_all.Family(case, others, LARGEST, DAY)
        for case in cases
        for others in (tuple(sorted(folder.glob(f"{case.stem}.en.yaml"))),)
    ]


def test_another_day_is_another_key(many: Path) -> None:
    """A law grows old without any file changing."""
    today, later = (
        [*check_all.keys_of([families(many)[0]._replace(today=day)])] for day in (DAY, "2028-01-01")
    )

    assert today != later


@pytest.mark.parametrize("rule", rules())
def test_every_finding_comes_back_from_the_cache_as_it_was(rule: str, tmp_path: Path) -> None:
    """Whatever facts a rule tells: the broken example of each page goes there and back."""
    one = page(rule)
    home = BROKEN if one.severity == "error" else TAUGHT
    name = {"translation": "base.en.yaml", "register": "law.yaml"}.get(one.about, "base.yaml")
    for beside in home.glob("*.yaml"):
        tmp_path.joinpath(beside.name).write_bytes(beside.read_bytes())
    text = (home / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(text.replace(one.passes, one.fails), encoding="utf-8")

    checked = examine([tmp_path / "base.yaml"], LARGEST, DAY)
    data = to_data(checked)

    assert data is not None
    for before, after in zip(checked, from_data(json.loads(json.dumps(data))), strict=True):
        assert after.findings == before.findings
        assert after.located() == before.located()
        assert (after.case, after.stage, after.states, after.allowed) == (
            before.case,
            before.stage,
            before.states,
            before.allowed,
        )


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"maker":"x","sum":1,"files":\n{}}\n'])
def test_a_damaged_cache_is_done_without(many: Path, content: bytes) -> None:
    """It is no fault: all is checked, and the cache is written anew."""
    cache = many.parent / "simpanan"
    cache.mkdir()
    (cache / NAME).write_bytes(content)

    assert found(many, cache) == found(many, None)
    assert (cache / NAME).read_bytes() != content


def test_a_cache_that_cannot_be_written_is_done_without(many: Path) -> None:
    """A file stands where its folder should be."""
    (many.parent / "simpanan").write_text("", encoding="utf-8")

    assert found(many, many.parent / "simpanan") == found(many, None)


def test_a_system_without_processes_checks_on_one_core(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no pool can be had, nothing is missing but time."""

    def none(*_args: object, **_rest: object) -> None:
        raise OSError("no semaphores here")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", none)

    assert len(found(many, None)) == 2 * COUNT - 1


def test_a_file_saved_while_it_is_checked_is_not_remembered(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found may be of the old bytes or of the new ones; the next check looks again."""
    spread = check_all._spread

    def saved_meanwhile(missing: Sequence[check_all.Family]) -> Iterator[object]:
        found = list(spread(missing))
        case = many / "kasus-05.yaml"
        case.write_text(case.read_text(encoding="utf-8") + "# lagi\n", encoding="utf-8")
        return iter(found)

    monkeypatch.setattr(check_all, "_spread", saved_meanwhile)
    found(many, many.parent / "simpanan")
    asked: list[str] = []

    def asking(missing: Sequence[check_all.Family]) -> Iterator[object]:
        asked.extend(one.case.name for one in missing)
        return spread(missing)

    monkeypatch.setattr(check_all, "_spread", asking)
    found(many, many.parent / "simpanan")

    assert asked == ["kasus-05.yaml"]
