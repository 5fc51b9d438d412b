"""The projector as a trainer uses it: keys pressed on the running screen, and what stands on it then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from classroom.lesson import Lesson
from host.stand import Stand

from etika_sim import locale
from etika_sim.classroom.room import replay
from etika_sim.classroom.state import HANDS
from etika_sim.classroom.tally import counts, effective_counts
from etika_sim.host.colours import Theme
from etika_sim.host.ports import Disk, End
from etika_sim.library.load import load
from etika_sim.model import Scenario
from etika_sim.views.stage.panels import Panel

Play = Callable[[Stand], Awaitable[None]]


@pytest.fixture(autouse=True)
def indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen speaks Indonesian."""
    monkeypatch.setattr(locale, "_words", locale.words_of("id"))


@pytest.fixture(scope="module")
def shipped() -> Scenario:
    """A case of the library with roles and a plan."""
    scenario = load("amplop-di-loket").scenario
    assert scenario is not None
    return scenario


async def through(stand: Stand, until: str) -> None:
    """Enter, and nothing else, until the class stands there."""
    for _ in range(60):
        if stand.phase == until:
            return
        await stand.press("enter")
    raise AssertionError(f"Enter does not lead to {until}")


async def hour(stand: Stand) -> None:
    """A whole hour: six phones, a table of four and hands; Enter leads from step to step."""
    await stand.join(6)
    await stand.join(1, people=4)
    seen = [stand.phase]
    for _ in range(80):
        one = stand.live.room.open_round
        if one is not None and not one.votes:
            ballot = stand.live.room.ballot
            assert ballot is not None
            await stand.vote("AABBCA" if one.number == 1 else "AAABBA")
            at = {"decision": ballot.number, "round": one.number}
            await stand.phone(kind="tabled", token="t7", counts=[3, 1, 0], nonce=f"t{at}", **at)
            await stand.press("h")
            await stand.type("5 2 1")
        await stand.press("enter")
        if stand.phase != seen[-1]:
            seen.append(stand.phase)
        assert stand.lines == stand.pages(), stand.phase
        if stand.phase == "closed":
            break
    full = ["read", "enact", "vote-1", "discuss", "vote-2", "reveal", "route"]
    quick = ["read", "vote-1", "reveal", "route"]
    end = ["de-role", "debrief", "commitments", "exit", "closed"]
    assert seen == ["lobby", "briefing", "roles", *full, *quick, *end]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_enter_walks_a_whole_hour(shipped: Scenario, size: tuple[int, int]) -> None:
    """Phones, a table and hands mixed, 45 minutes; each step stands on the screen as its page says."""
    stand = Stand(Lesson(shipped, event="Bimtek Etika"), size)

    stand.run(hour)

    first = stand.live.room.ballots[0]
    assert [counts(first, one) for one in first.rounds] == [(11, 5, 2), (12, 5, 1)]
    assert effective_counts(first) == (12, 5, 1)
    assert replay(shipped, stand.kept) == stand.live.room


def test_a_class_of_hands_alone_is_led_by_typed_counts(shipped: Scenario) -> None:
    """Counts are typed, taken back and typed again; the wall never shows them before the reveal."""

    async def play(stand: Stand) -> None:
        await through(stand, "vote-1")
        await stand.press("enter", "h")
        await stand.press("1", "2", "space", "5", "space", "9", after=0.1)
        assert stand.foot.endswith("> •• • •_   = 26")
        await stand.press("enter", "u")
        await stand.press("y", "h")
        await stand.type("10 5 9")
        assert "24 dari 24" in "\n".join(stand.lines)
        assert "10" not in "".join(stand.lines[2:])
        await through(stand, "vote-2")
        await stand.press("enter", "h")
        await stand.type("20 3 1")
        await through(stand, "reveal")
        assert "20   83" in "\n".join(stand.lines)
        await through(stand, "route")
        await through(stand, "reveal")
        await stand.press("a", "enter")  # nobody has voted there
        await through(stand, "closed")

    stand = Stand(Lesson(shipped, ways=[HANDS]))
    stand.run(play)

    first = stand.live.room.ballots[0]
    assert [counts(first, one) for one in first.rounds] == [(10, 5, 9), (20, 3, 1)]
    assert stand.live.room.seats == {}


STRAY = ("up", "tab", "f5", "1", "z", "n", "y", "pageup", "home", "delete", "ctrl+a", "escape", "right")


def test_stray_keys_change_nothing_at_a_reveal(shipped: Scenario) -> None:
    """A hand on the keyboard leaves the result standing; so does Enter, hit twice in a moment."""

    async def play(stand: Stand) -> None:
        await stand.join(3)
        await through(stand, "reveal")
        n = stand.live.room.n
        await stand.press(*STRAY)
        await stand.press("enter", "enter", "enter", after=0.05)
        assert (stand.phase, stand.live.room.n) == ("reveal", n)

    Stand(Lesson(shipped)).run(play)


def test_one_enter_too_many_does_not_open_a_result(shipped: Scenario) -> None:
    """A bouncing Enter closes the vote and stops there, with or without a finger that stays down."""

    async def play(stand: Stand) -> None:
        await stand.join(3)
        await through(stand, "vote-2")
        await stand.press("enter")
        await stand.vote("ABA")
        await stand.press("enter")
        await stand.press(*["enter"] * 40, after=0.05)
        assert stand.phase == "vote-2"
        assert stand.live.room.open_round is None

    Stand(Lesson(shipped)).run(play)


@pytest.mark.parametrize("key", ["g", "q", "ctrl+c", "ctrl+q", "r"])
def test_a_key_that_takes_something_away_asks(key: str) -> None:
    """The question stands at the foot; any key but a yes leaves the class as it was."""

    async def play(stand: Stand) -> None:
        await stand.join(3)
        await through(stand, "vote-1")
        n = stand.live.room.n
        for answer in ("n", "t", "enter", "escape", "space"):
            await stand.press(key)
            assert "y: ya" in stand.foot
            await stand.press(answer)
            assert (stand.live.room.n, stand.app.asking, stand.app.return_value) == (n, None, None)

    Stand().run(play)


def test_leaving_keeps_the_class_as_it_stands() -> None:
    """Ctrl+C asks; a yes ends the screen, and the journal has all that happened."""

    async def play(stand: Stand) -> None:
        await stand.press("enter", "ctrl+c", "y")

    stand = Stand()

    assert stand.run(play) is End.LEFT
    assert [event["kind"] for event in stand.kept] == ["began", "went"]


def test_a_road_is_taken_by_its_letter_with_a_reason() -> None:
    """Backspace, Ctrl+U and Esc do what they do in any line; the reason is kept."""

    async def play(stand: Stand) -> None:
        await stand.join(3)
        await through(stand, "reveal")
        await stand.press("b", "x", "escape")
        assert stand.phase == "reveal"
        await stand.press("b", "x", "y", "ctrl+u", "s", "u", "backspace", "o", after=0.1)
        await stand.press("enter")
        ballot = stand.live.room.ballots[0]
        assert ballot.decided is not None
        assert ballot.decided[::2] == (ballot.options[1], "so")

    Stand().run(play)


def test_a_tie_waits_for_the_trainer() -> None:
    """Enter says that a letter is wanted, and goes nowhere."""

    async def play(stand: Stand) -> None:
        await through(stand, "reveal")
        await stand.press("enter")
        assert stand.phase == "reveal"
        assert "Pilih jalan dengan hurufnya." in stand.foot

    Stand().run(play)


def test_a_quick_vote_lies_over_the_wall_until_it_was_seen() -> None:
    """Typed, opened, voted on, closed, shown and put away, all with Enter; it comes back after a restart."""

    async def play(stand: Stand) -> None:
        await stand.join(3)
        await through(stand, "vote-1")
        await stand.press("enter")
        await stand.vote("AAA")
        await through(stand, "reveal")
        await stand.press("v")
        await stand.type("Sejuta?")
        assert stand.app.panel is Panel.VARY
        assert "Sejuta?" in "\n".join(stand.lines)
        await stand.vote("BBB")
        await stand.press("enter", "enter")
        assert "Di sini titik baliknya" in "\n".join(stand.lines)
        await stand.press("enter")
        assert (stand.app.panel, stand.phase) == (Panel.NONE, "reveal")
        await stand.press("v")
        await stand.type("Sepuluh juta?")

    stand = Stand()
    stand.run(play)
    again = Stand(stand.lesson)
    again.live.room = stand.live.room

    async def look(stand: Stand) -> None:
        assert stand.app.panel is Panel.VARY

    again.run(look)


def test_another_road_is_shown_beside_the_own() -> None:
    """`w` asks for a letter, tries it, and lays both over the wall."""

    async def play(stand: Stand) -> None:
        await through(stand, "reveal")
        await stand.press("a", "enter", "w")
        await stand.type("1 B")
        assert stand.app.panel is Panel.WHAT_IF
        assert len(stand.live.room.what_ifs) == 1
        assert stand.lines == stand.pages()
        await stand.press("w")
        await stand.type("1 E")
        assert "Tidak ada pilihan E di sana." in stand.foot

    Stand().run(play)


def test_pasted_words_are_typed_words() -> None:
    """What comes from the clipboard goes into the line, on one line; elsewhere it does nothing."""
    from textual.events import Paste

    async def play(stand: Stand) -> None:
        await through(stand, "reveal")
        stand.app.post_message(Paste("g q"))
        await stand.press("a")
        stand.app.post_message(Paste("dua\nbaris"))
        await stand.pilot.pause()
        assert stand.foot.endswith("> dua baris_")

    Stand().run(play)


def test_a_refusal_is_told_in_a_sentence() -> None:
    """What the room refuses is said at the foot and is gone with the next key."""

    async def play(stand: Stand) -> None:
        await stand.press("s")
        await stand.type("9999")
        assert "Itu tidak bisa dalam tahap ini." in stand.foot
        await stand.press("?")
        assert "Itu tidak bisa" not in stand.foot

    Stand().run(play)


def test_a_full_disk_asks_before_it_goes_on_without() -> None:
    """A no leaves the class where it was; a yes goes on, and the foot counts what is not kept."""
    waiting: list[bool] = []

    def wait() -> None:
        waiting.append(True)
        stand.fault = None

    async def play(stand: Stand) -> None:
        stand.fault = OSError("no room")
        await stand.press("enter")
        assert "Disk penuh. Lanjut tanpa disk? y: ya" in stand.foot
        await stand.press("n")
        assert (stand.phase, waiting) == ("lobby", [])
        await stand.press("enter", "y")
        assert (stand.phase, waiting) == ("briefing", [True])
        assert "Belum tersimpan di disk: 1" in stand.foot

    stand = Stand(disk=Disk(lambda _error: "Disk penuh.", wait, lambda: len(waiting)))
    stand.run(play)


def test_a_class_that_another_window_has_ends_here() -> None:
    """Two windows would tell two stories; the one that comes second to the disk gives way."""

    async def play(stand: Stand) -> None:
        stand.fault = KeyError("taken")
        await stand.press("enter")

    assert Stand(disk=Disk(is_lost=lambda error: isinstance(error, KeyError))).run(play) is End.TAKEN


def test_only_what_has_changed_is_drawn_again() -> None:
    """A tick of the clock redraws the head; a sheet that is the same is left alone."""

    async def play(stand: Stand) -> None:
        drawn = dict(stand.app._drawn)
        stand.now += 1
        stand.app.redraw()
        changed = {name for name, lines in stand.app._drawn.items() if lines is not drawn[name]}
        assert changed == {"head"}

    Stand().run(play)


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_says_the_same(theme: Theme) -> None:
    """Light, dark and without colours: the words and the patterns are the same."""
    walls = []

    async def play(stand: Stand) -> None:
        await stand.join(2)
        await through(stand, "vote-1")
        await stand.press("enter")
        await stand.vote("AB")
        await through(stand, "reveal")
        walls.append(stand.lines)

    Stand(theme=theme).run(play)
    Stand().run(play)

    assert walls[0] == walls[1]


def test_without_utf_8_only_ascii_is_drawn(shipped: Scenario) -> None:
    """Bars, dots and quotation marks have twins that any terminal can show."""

    async def play(stand: Stand) -> None:
        for _ in range(60):
            assert "\n".join(stand.lines).isascii(), stand.lines
            if stand.phase == "closed":
                return
            if stand.phase == "reveal":
                await stand.press("a", "enter")
            await stand.press("enter")

    Stand(Lesson(shipped), draws=False).run(play)


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (200, 60)])
def test_a_window_of_any_size_shows_what_the_page_says(shipped: Scenario, size: tuple[int, int]) -> None:
    """Also one that is resized in the middle of a vote."""

    async def play(stand: Stand) -> None:
        await stand.join(2)
        await through(stand, "vote-1")
        await stand.pilot.resize_terminal(*size)
        await stand.pilot.pause()
        stand.size = size
        assert stand.app.size == size
        assert [line.rstrip() for line in stand.pages()][: size[1] - 2] == stand.lines[: size[1] - 2]

    Stand(Lesson(shipped)).run(play)


def test_a_window_that_is_far_too_small_is_no_fault(shipped: Scenario) -> None:
    """Whoever drags its corner to nothing finds the class as it was afterwards."""

    async def play(stand: Stand) -> None:
        for size in ((20, 5), (3, 2), (1, 1), (80, 24)):
            await stand.pilot.resize_terminal(*size)
            await stand.pilot.pause()
        assert stand.lines == stand.pages()

    Stand(Lesson(shipped)).run(play)


def test_hostile_words_stay_words() -> None:
    """Escape sequences and markup in the name of the event reach the screen as letters."""

    async def play(stand: Stand) -> None:
        said = "".join(stand.lines)
        assert "[RED]" in said
        assert "\x1b" not in said

    Stand(Lesson(event="[red]\x1b[2J[/] [link=x]")).run(play)


def test_a_wider_window_moves_the_sheet_to_its_middle(shipped: Scenario) -> None:
    """Also where the lines themselves stay as they were."""

    async def play(stand: Stand) -> None:
        await through(stand, "briefing")
        for size in ((110, 30), (150, 30)):
            await stand.pilot.resize_terminal(*size)
            await stand.pilot.pause()
            stand.size = size
            assert stand.pages()[2] == stand.lines[2]

    Stand(Lesson(shipped)).run(play)
