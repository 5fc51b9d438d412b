"""All cases at some paths looked at together: found file by file, and surveyed as one pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from etika_sim.checks.pack import Cue, Pack
from etika_sim.checks.validate import WARNINGS, Checked, Cited, check_case, check_translation
from etika_sim.languages import ORIGINAL
from etika_sim.library.check_all import MANY, language_of, registers_as_bytes
from etika_sim.library.files import read_bytes
from etika_sim.library.registers import registers
from etika_sim.model import Scenario

ANY = Cited(None, None)


def survey_library(checked: Iterable[Checked], cache: Path | None = None) -> Pack:
    """The sound cases among checked files as one pack; that of many is remembered in the folder `cache`."""
    sound = [one for one in checked if one.case is not None and one.sound]
    cases = [one for one in sound if one.stage == WARNINGS]
    first = Path(cases[0].name) if cases else None
    if first is None or len(cases) < MANY:
        return _surveyed(sound, first)
    from etika_sim.library.check_cache import CheckCache, digest

    kept = CheckCache(cache)
    files = (part for one in sound for part in (one.name, read_bytes(Path(one.name))))
    key, place = digest(*registers_as_bytes(first), *files), first.parent
    data = kept.get(place, key)
    if data is None:
        pack = _surveyed(sound, first)
        kept.put(place, key, _data(pack))
        kept.save()
        return pack
    return _pack(data)


def scenarios_of(checked: Iterable[Checked]) -> dict[str, list[Scenario]]:
    """By language the scenarios of sound cases and translations, built anew where they were not kept."""
    sound = [one for one in checked if one.case is not None and one.sound]
    original = {one.name: _with_scenario(one) for one in sound if one.stage == WARNINGS}
    found = {ORIGINAL: [one.scenario for one in original.values() if one.scenario is not None]}
    for one in sound:
        if one.case is not None and one.case.language != ORIGINAL:
            scenario = one.scenario or _translation(one, original)
            if scenario is not None:
                found.setdefault(one.case.language, []).append(scenario)
    return found


def _surveyed(checked: Iterable[Checked], beside: Path | None) -> Pack:
    from etika_sim.checks.survey import survey

    translated = scenarios_of(checked)
    return survey(translated.pop(ORIGINAL), registers(beside=beside).laws, translated)


def _with_scenario(one: Checked) -> Checked:
    """The same with its scenario and its data, built anew without a proof where they were not kept."""
    if one.scenario is not None or one.case is None:
        return one
    return check_case(read_bytes(Path(one.name)), one.case.id, one.name, ANY, proved=True)


def _translation(one: Checked, originals: Mapping[str, Checked]) -> Scenario | None:
    file = Path(one.name)
    for suffix in (file.suffix, ".yaml", ".yml"):
        original = originals.get(str(file.with_name(f"{file.name.partition('.')[0]}{suffix}")))
        if original is not None:
            return check_translation(read_bytes(file), original, language_of(file), one.name, ANY).scenario
    return None


def _data(pack: Pack) -> list[Any]:
    return [pack.cases, pack.decisions, pack.coverage, [list(cue) for cue in pack.cues], pack.uncited]


def _pack(data: list[Any]) -> Pack:
    cases, decisions, coverage, found, uncited = data
    return Pack(cases, decisions, coverage, tuple(map(_cue, found)), tuple(uncited))


def _cue(data: list[Any]) -> Cue:
    facts = dict(zip(Cue._fields, data, strict=True))
    return Cue(**{**facts, "counts": tuple(facts["counts"])})
