"""JSON of a class report, as docs/report.md describes it; null is what is not told."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from etika_sim import labels
from etika_sim.analysis.summary import (
    Form,
    Met,
    Option,
    Poll,
    Rated,
    Side,
    Summary,
    Switch,
    gain,
    mean,
    sound_share,
)
from etika_sim.classroom.results import sums
from etika_sim.locale import Translator
from etika_sim.locale.formats import percent
from etika_sim.model import Principle
from etika_sim.play.scoring import Tally
from etika_sim.prose import safe_line

SCHEMA_VERSION = 1

Data = dict[str, Any]


def as_data(one: Summary, words: Translator) -> Data:
    """The class as one JSON object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "note": words.gettext(labels.NOTE),
        "session": one.id,
        "case": one.scenario.id,
        "title": safe_line(one.scenario.title),
        "event": one.event,
        "day": one.day,
        "minutes": one.minutes,
        "is_closed": one.is_closed,
        "people": {**one.people._asdict(), "there": one.people.there},
        "votes": one.votes,
        "principles": sums(dict(one.principles)),
        "shifts": _shifts(one.shifts),
        "decisions": [_decision(one, met) for met in one.decisions],
        "tried": [
            {"decision": tried.decision, "own": _side(tried.own), "other": _side(tried.other)}
            for tried in one.tried
        ],
        "picked": [picked._asdict() for picked in one.picked],
        "exit_form": _form(one.form),
    }


def _decision(one: Summary, met: Met) -> Data:
    deciding = [poll for poll in met.rounds if poll.principles]
    shares = [share for poll in deciding if (share := sound_share(met, poll)) is not None]
    gained = gain(*shares) if met.shifts else None
    return {
        "decision": met.number,
        "scene": met.scene,
        "how": met.how,
        "title": safe_line(met.title),
        "ask": safe_line(met.ask),
        "options": [_option(option) for option in met.options],
        "rounds": [_poll(poll) for poll in met.rounds],
        "quick_votes": [_poll(poll) for poll in met.quick],
        "tipping": met.tipping,
        "unrevealed_votes": met.voted,
        "effective": {"n": met.effective_n, "counts": _list(met.effective)},
        "principles": sums(dict(met.principles)) if met.principles else None,
        "red_lines": met.red_lines,
        "moves": met.switch and _switch(met.switch, is_apart=met.number in one.apart),
        "gain": None if gained is None else _decimal(gained, 4),
        "shifts": {p.value: {"up": shift.up, "down": shift.down} for p, shift in met.shifts.items()},
        "by_role": [
            {"role": role, "is_rest": role == "", "n": sum(counts), "counts": list(counts)}
            for role, counts in met.by_role.items()
        ],
        "observers": {
            "n": met.observers,
            "ticks": met.ticks and {p.value: n for p, n in met.ticks.items()},
        },
        "road": met.road and met.road._asdict(),
    }


def _option(option: Option) -> Data:
    return {
        "letter": option.letter,
        "id": option.id,
        "text": safe_line(option.text),
        "is_sound": option.is_sound,
        "is_red_line": option.is_red_line,
    }


def _poll(poll: Poll) -> Data:
    return {
        "round": poll.number,
        "asks": poll.asks,
        "text": poll.text,
        "n": poll.n,
        "counts": _list(poll.counts),
        "principles": sums(dict(poll.principles)) if poll.principles else None,
    }


def _switch(switch: Switch, *, is_apart: bool) -> Data:
    pairs = [{"from": old, "to": new, "n": n} for (old, new), n in switch.pairs.items()]
    p = None if switch.p is None else _decimal(switch.p, 6)
    return {**switch._asdict(), "pairs": pairs, "p": p, "is_apart": is_apart}


def _shifts(shifts: Mapping[Principle, tuple[Tally, Tally]]) -> Data | None:
    if not shifts:
        return None
    first, second = ({p: pair[n] for p, pair in shifts.items()} for n in (0, 1))
    before, after = sums(first), sums(second)
    return {name: {"before": before[name], "after": after[name]} for name in before}


def _side(side: Side) -> Data:
    text = [safe_line(line) for line in side.text]
    return {**side._asdict(), "choices": list(side.choices), "title": safe_line(side.title), "text": text}


def _form(form: Form) -> Data:
    scales = {"useful": _rated(form.useful), "free": _rated(form.free)}
    return {"n": form.n, **scales, "sentences": form.sentences}


def _rated(rated: Rated) -> Data:
    middle = mean(rated)
    counts = _list(rated.counts)
    return {"n": rated.n, "counts": counts, "mean": None if middle is None else _decimal(middle, 2)}


def _list(counts: tuple[int, ...] | None) -> list[int] | None:
    return None if counts is None else list(counts)


def _decimal(value: Fraction, places: int) -> float:
    """A number with so many decimals, half up."""
    scale: int = 10**places
    return percent(value * scale) / scale
