"""The wall when the class sees what it chose: bars, who moved, principles, the road and what came of it."""

from __future__ import annotations

from etika_sim import labels
from etika_sim.classroom.shown import ConsequencesData, CountData, ProjectorView, given
from etika_sim.classroom.state import MAIN_ROUNDS, MAJORITY, TIE, USUAL, Stage
from etika_sim.locale import _, ngettext
from etika_sim.model import PRINCIPLES
from etika_sim.views.stage import bars
from etika_sim.views.stage.deciding import options, state
from etika_sim.views.stage.lines import Line, Look, Part, Piece, told, wrapped

PRINCIPLE = 20


def reveal(shown: ProjectorView, look: Look) -> list[Part]:
    """Both rounds side by side, who moved, and what that means on the principles."""
    rounds = _main(shown)
    if not any(one["n"] for one in rounds):
        return [wrapped(_("Nobody has voted here."), look), *options(shown, look)]
    return [
        *bars.votes(shown["options"], rounds, look),
        (bars.counted(rounds), *_shift(shown, look)),
        *_principles(rounds, look),
    ]


def _main(shown: ProjectorView) -> list[CountData]:
    told_of = shown["results"]
    return [one for one in told_of["rounds"] if one["round"] <= MAIN_ROUNDS] if told_of else []


def _shift(shown: ProjectorView, look: Look) -> Part:
    """Who moved; or the gap between what is usual and what was decided."""
    rounds = _main(shown)
    if rounds[0]["asks"] == USUAL:
        return _gap(shown, rounds, look)
    moves = given(shown["results"])["moves"]
    if not moves:
        return ()
    letters = {option["option"]: option["letter"] for option in shown["options"]}
    roads = sorted(
        (
            (pair["n"], letters[pair["from"]], letters[pair["to"]])
            for pair in moves["pairs"]
            if pair["from"] != pair["to"]
        ),
        key=lambda road: (-road[0], road[1:]),
    )
    if not roads:
        return wrapped(_("Nobody moved."), look, "strong")
    said = ngettext(
        "The class moved: {n} person changed.", "The class moved: {n} people changed.", moves["moved"]
    )
    most = _("Most of them from {before} to {after}: {n}.")
    moved = said.format(n=moves["moved"])
    return wrapped(
        f"{moved} {most.format(n=roads[0][0], before=roads[0][1], after=roads[0][2])}", look, "strong"
    )


def _gap(shown: ProjectorView, rounds: list[CountData], look: Look) -> Part:
    """What is usual against what was decided."""
    usual, decided = (_leaders(shown, one) for one in (rounds[0], rounds[-1]))
    said = _("Most usual: {usual}.").format(usual=usual)
    if len(rounds) > 1:
        said = " ".join((said, _("Decided: {decided}.").format(decided=decided)))
    return wrapped(said, look, "strong")


def _leaders(shown: ProjectorView, one: CountData) -> str:
    most = max(one["counts"])
    letters = [o["letter"] for o, n in zip(shown["options"], one["counts"], strict=True) if n == most and n]
    return ", ".join(letters) or "–"


def _principles(rounds: list[CountData], look: Look) -> list[Part]:
    """A bar per principle and round, where the options differ on it."""
    rows: list[Line] = []
    for principle in PRINCIPLES:
        at_stake = [
            (sum_, voice)
            for one, voice in zip(rounds, bars.VOICES, strict=False)
            if (sum_ := one["principles"][principle.value])
        ]
        for n, (sum_, voice) in enumerate(at_stake):
            label = f"{labels.code(principle)}  {labels.label(principle)}" if n == 0 else ""
            width = look.columns - PRINCIPLE - 7
            rows.append(
                (
                    Piece(f"{label:{PRINCIPLE}.{PRINCIPLE}} ", "mark" if n == 0 else ""),
                    *bars.bar(sum_["percent"], width, voice, look),
                    Piece(f"  {sum_['percent']:3}\u00a0%"),
                )
            )
    if not rows:
        return []
    return [(*wrapped(_("What these votes mean for the principles"), look, "strong"), (), *rows)]


def route(shown: ProjectorView, look: Look) -> list[Part]:
    """The road taken, who decided on it, and what came of it."""
    road = given(shown["road"])
    chosen = next((o["text"] for o in shown["options"] if o["letter"] == road["letter"]), "")
    head = _("The class goes on with {letter}.").format(letter=road["letter"])
    by = {MAJORITY: "", TIE: _("It was a tie; the trainer decided.")}
    why = by.get(road["by"], _("The trainer chose another road than most votes."))
    return [
        (*wrapped(f"{head} {why}".strip(), look, "strong"), *wrapped(chosen, look, "quiet")),
        *told(road["text"], look),
        *_ending(road, look),
    ]


def _ending(road: ConsequencesData, look: Look) -> list[Part]:
    ending = road["ending"]
    if not ending:
        return []
    head = _("The end: {title}").format(title=road["title"] or "")
    quality = wrapped(labels.quality(ending["quality"]), look, "quiet") if ending["quality"] else ()
    return [(*wrapped(head, look, "strong"), *quality), *told([ending["text"]], look)]


def what_if(shown: ProjectorView, look: Look) -> list[Part]:
    """The last road tried in thought beside the class's own."""
    if not shown["what_ifs"]:
        return [wrapped(_("No other road has been tried yet."), look)]
    tried = shown["what_ifs"][-1]
    number = _("From decision {n}").format(n=tried["decision"])
    own, other = _("the road of the class"), _("the other road")
    return [
        *_road(f"{number}: {own}", tried["own"], look),
        *_road(f"{number}: {other}", tried["other"], look),
    ]


def _road(head: str, road: ConsequencesData, look: Look) -> list[Part]:
    return [wrapped(head, look, "mark"), *told(road["text"], look), *_ending(road, look)]


def vary(shown: ProjectorView, look: Look) -> list[Part]:
    """A quick vote on "what if …": the question and its options, later its bars and whether it tipped."""
    now = given(shown["round"])
    head = wrapped(now["text"], look, "strong")
    if now["stage"] != Stage.SHOWN:
        return [head, *options(shown, look), state(shown, look)]
    results = given(shown["results"])
    rounds = [one for one in results["rounds"] if one["round"] == now["round"]]
    tipped = results["tipping"] == now["round"]
    said = _("Here it tips: another option leads now.") if tipped else ""
    return [
        head,
        *bars.votes(shown["options"], rounds, look),
        (bars.counted(rounds), *wrapped(said, look, "strong")),
    ]
