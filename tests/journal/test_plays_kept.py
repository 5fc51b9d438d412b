"""Plays in the store: written before they are seen, gone on with as they stood, on the version they began."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from kept import AT, MOVED, NARROWED, Failing, Maker, begun

from etika_sim.journal import plays
from etika_sim.journal.owner import MYSELF, Owner
from etika_sim.journal.plays import CannotResume, Kept, NullLog
from etika_sim.play import record
from etika_sim.play.engine import NothingToUndo, NotOffered, NoWay, has_ended, here, options
from etika_sim.store.log import Store
from etika_sim.store.rows import digest_of
from etika_sim.store.trouble import Gone, StoreTrouble, Taken

OTHER = Owner("mawar")


def told(store: Store, stream: str) -> list[dict[str, object]]:
    """What the entries of a stream say."""
    return [json.loads(entry.data) for entry in store.read(stream)]


def test_a_play_is_kept_from_its_first_moment(store: Store, case: Maker) -> None:
    """The first entry names the case and its version, whose bytes are there."""
    loaded = case()

    kept = begun(store, loaded)

    assert told(store, kept.stream) == [
        {
            "kind": "began",
            "case": "map-di-meja",
            "key": kept.record.key,
            "seed": "",
            "language": "id",
            "title": "Map di Meja",
            "versions": [digest_of(loaded.sources[0])],
        }
    ]
    assert store.fetch(digest_of(loaded.sources[0])) == loaded.sources[0]


def test_each_event_is_one_entry_of_its_number(store: Store, case: Maker) -> None:
    """A choice, a note and a step back stand in the store in their order, with their time."""
    kept = begun(store, case(), "simpan")
    kept = plays.added(store, kept, record.NOTED, {"scene": "ruang-kepala", "text": "Ragu."}, AT)
    kept = plays.undid(store, kept, AT)

    assert told(store, kept.stream)[1:] == [
        {"kind": "chose", "scene": "loket", "choice": "simpan"},
        {"kind": "noted", "scene": "ruang-kepala", "text": "Ragu."},
        {"kind": "undid"},
    ]
    assert {entry.at for entry in store.read(kept.stream)} == {AT}


@pytest.mark.parametrize("k", range(4))
def test_nothing_moves_before_it_is_written(k: int, case: Maker) -> None:
    """When the disk is full the error comes instead of the play after the step."""
    log = Failing(k)

    with pytest.raises(StoreTrouble):
        plays.undid(log, begun(log, case(), "simpan", "ceritakan"), AT)

    assert len(log.kept) == k


def test_what_is_not_allowed_is_not_written(store: Store, case: Maker) -> None:
    """A choice that is not offered, a step back from the start, a choice that leads nowhere."""
    kept = begun(store, case(("- {scene: sore-hari}", "- {if: tekanan > 2, scene: sore-hari}")))

    with pytest.raises(NotOffered):
        plays.chose(store, kept, "ceritakan", AT)
    with pytest.raises(NothingToUndo):
        plays.undid(store, kept, AT)
    kept = plays.chose(store, kept, "simpan", AT)
    with pytest.raises(NoWay):
        plays.chose(store, kept, "diam", AT)

    assert [entry["kind"] for entry in told(store, kept.stream)] == ["began", "chose"]


def test_of_two_windows_the_slower_one_is_told(store: Store, case: Maker) -> None:
    """Both go on from the same place: the second writing raises Taken and changes nothing."""
    kept = begun(store, case())
    plays.chose(store, kept, "simpan", AT)

    with pytest.raises(Taken):
        plays.chose(store, kept, "kembalikan", AT)

    again, _stop = plays.resume(store, kept.stream)
    assert [step.choice for step in again.play.steps] == ["simpan"]


def test_a_play_that_was_forgotten_is_not_begun_again_from_its_middle(store: Store, case: Maker) -> None:
    """Another window forgot it: the next choice raises Gone, and nothing is written."""
    kept = begun(store, case(), "simpan")
    store.forget([kept.stream])

    with pytest.raises(Gone):
        plays.chose(store, kept, "ceritakan", AT)

    assert store.read(kept.stream) == []


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(wishes=some.lists(some.integers(0, 6), max_size=12))
def test_a_play_goes_on_exactly_where_it_stood(wishes: list[int], store: Store, case: Maker) -> None:
    """After any choices, notes and steps back, what is read from the store is the play that was left."""
    kept = begun(store, case())

    for wish in wishes:
        kept = after(store, kept, wish)
        again, stop = plays.resume(store, kept.stream, kept.play.scenario)
        assert (again, stop) == (kept, None)

    assert plays.resume(store, kept.stream)[0].play._replace(scenario=kept.play.scenario) == kept.play


def after(store: Store, kept: Kept, wish: int) -> Kept:
    """The play after one of the things that can be done in it."""
    if wish == 6 or (has_ended(kept.play) and wish < 5):
        return plays.added(store, kept, record.NOTED, {"scene": kept.play.scene, "text": "x\x1b\u2028é"}, AT)
    if wish == 5:
        return plays.undid(store, kept, AT) if kept.play.steps else kept
    offered = options(kept.play)
    return plays.chose(store, kept, offered[wish % len(offered)].id, AT)


def test_a_play_goes_on_in_the_version_it_began_with(store: Store, case: Maker) -> None:
    """The file was changed since; the texts are those of the first day."""
    kept = begun(store, case(), "simpan")
    case(("ask: Apa yang Anda katakan?", "ask: Lalu?"))

    again, stop = plays.resume(store, kept.stream)

    assert stop is None
    assert here(again.play).ask == "Apa yang Anda katakan?"  # type: ignore[union-attr]


def test_a_translated_play_goes_on_translated(store: Store, case: Maker) -> None:
    """The translation is kept with the case, and laid over it again."""
    kept = begun(store, case(language="en"), "simpan")

    again, _stop = plays.resume(store, kept.stream)

    assert len(plays.head_of(kept.stream, store.read(kept.stream)).versions) == 2
    assert here(again.play).ask == "What do you say?"  # type: ignore[union-attr]


def test_in_a_new_version_a_play_goes_as_far_as_its_choices_are_offered(store: Store, case: Maker) -> None:
    """Where a choice is gone the play stops before it, and the rest of the record is left out."""
    kept = begun(store, case(), "simpan", "diam")
    other = case(NARROWED)

    again, stop = plays.resume(store, kept.stream, other.scenario)

    assert stop is not None
    assert (stop.n, stop.scene, stop.reason) == (1, "loket", "not-offered")
    assert (again.play.steps, again.record.events) == ((), ())


def test_a_play_can_be_moved_to_a_new_version(store: Store, case: Maker) -> None:
    """A new stream has the same events and names the new version; what is chosen then follows them."""
    kept = begun(store, case(), "simpan")
    kept = plays.added(store, kept, record.NOTED, {"scene": "ruang-kepala", "text": "Ragu."}, AT)
    loaded = case(MOVED)
    moved, _stop = plays.resume(store, kept.stream, loaded.scenario)

    over = plays.chose(store, plays.carry_over(store, MYSELF, moved, loaded, AT), "ceritakan", AT)

    old, new = told(store, kept.stream), told(store, over.stream)
    assert new[1:3] == old[1:]
    assert new[0]["versions"] == [digest_of(loaded.sources[0])] != old[0]["versions"]
    assert new[0]["key"] == over.record.key != old[0]["key"]
    assert [step.choice for step in plays.resume(store, over.stream)[0].play.steps] == ["simpan", "ceritakan"]


def test_a_play_is_moved_as_a_whole_or_not_at_all(case: Maker) -> None:
    """One writing holds the head and all events: a cut in the middle cannot leave half of them."""
    kept = begun(NullLog(), case(), "simpan", "diam", "ceritakan")
    log = Failing(1)

    plays.carry_over(log, MYSELF, kept, case(), AT)

    assert [entry.n for _stream, entry in log.kept] == [0, 1, 2, 3]


def test_plays_to_go_on_with_are_those_in_which_something_happened(store: Store, case: Maker) -> None:
    """One that was only opened is not offered; a note is enough; the one played last comes first."""
    begun(store, case())
    noted = plays.added(store, begun(store, case()), record.NOTED, {"scene": "loket", "text": "Ragu."}, AT)
    chosen = begun(store, case(), "simpan")

    first = [head.stream for head in plays.unfinished(store, MYSELF)]
    plays.added(store, noted, record.NOTED, {"scene": "loket", "text": "Lagi."}, AT)
    second = [head.stream for head in plays.unfinished(store, MYSELF)]

    assert first == [chosen.stream, noted.stream]
    assert second == [noted.stream, chosen.stream]


def test_an_ending_leaves_a_play_open_until_all_is_done(store: Store, case: Maker) -> None:
    """Cut off at the scorecard, it can still be gone on with; closed or given up it cannot."""
    kept = begun(store, case(), "simpan", "ceritakan")
    kept = plays.added(store, kept, record.ENDED, {"ending": "selesai-bersih", "quality": "exemplary"}, AT)
    at_the_ending = plays.unfinished(store, MYSELF)
    plays.added(store, kept, record.CLOSED, {}, AT)
    given_up = begun(store, case(), "simpan")
    plays.give_up(store, given_up.stream, AT)

    assert [head.stream for head in at_the_ending] == [kept.stream]
    assert plays.unfinished(store, MYSELF) == []


def test_giving_up_a_play_that_is_gone_writes_nothing(store: Store) -> None:
    """A stream that another window forgot is not begun again."""
    plays.give_up(store, "play//gone", AT)

    assert store.streams() == []


def test_endings_are_counted_over_plays_and_versions(store: Store, case: Maker) -> None:
    """Each ending once, also one that was left again by a step back; those of others do not count."""
    ends = {name: {"ending": name, "quality": "exemplary"} for name in ("selesai-bersih", "selesai-retak")}
    kept = begun(store, case(), "simpan", "ceritakan")
    kept = plays.added(store, kept, record.ENDED, ends["selesai-bersih"], AT)
    plays.undid(store, kept, AT)
    for loaded in (case(MOVED), case()):
        later = begun(store, loaded, "simpan", "ceritakan")
        plays.added(store, later, record.ENDED, ends["selesai-bersih"], AT)
    foreign = begun(store, case(), "simpan", owner=OTHER)
    plays.added(store, foreign, record.ENDED, ends["selesai-retak"], AT)

    assert plays.endings_seen(store, MYSELF, "map-di-meja") == {"selesai-bersih"}
    assert plays.endings_seen(store, OTHER, "map-di-meja") == {"selesai-retak"}
    assert plays.endings_seen(store, MYSELF, "kotak-di-pos") == set()


def test_each_owner_sees_only_the_own_plays(store: Store, case: Maker) -> None:
    """The person of the laptop and two aliases of which one begins like the other."""
    owners = (MYSELF, Owner("mawar"), Owner("mawar-putih"))
    streams = [begun(store, case(), "simpan", owner=owner).stream for owner in owners]

    found = [[head.stream for head in plays.unfinished(store, owner)] for owner in owners]

    assert found == [[stream] for stream in streams]


HEAD = {"kind": "began", "case": "x", "title": "X", "key": "", "seed": "", "language": "id"}


def head(versions: list[str]) -> str:
    """The first entry of a play of those versions."""
    return json.dumps({**HEAD, "versions": versions})


@pytest.mark.parametrize(
    "contents",
    [(), (b"",), (b"\xff",), (b"format: 1\n",), (b"format: 99\ntitle: Lain\n",)],
    ids=["none", "empty", "no text", "half", "newer"],
)
def test_a_version_that_cannot_be_read_is_said(contents: tuple[bytes, ...], store: Store) -> None:
    """Whatever the bytes of the first day are by now, going on with them raises CannotResume."""
    store.append("play//a", 0, AT, head([digest_of(content) for content in contents]), contents)

    with pytest.raises(CannotResume):
        plays.resume(store, "play//a")


def test_a_version_that_is_lost_is_said(store: Store, case: Maker) -> None:
    """The case is there but its translation is not, or the other way round."""
    raw, translation = case(language="en").sources
    for n, kept in enumerate((raw, translation)):
        store.append(f"play//{n}", 0, AT, head([digest_of(raw), digest_of(translation)]), (kept,))
        with pytest.raises(CannotResume):
            plays.resume(store, f"play//{n}")
        store.forget([f"play//{n}"])


BROKEN = [
    "",
    "null",
    "[]",
    "[" * 100_000,
    "{}",
    '{"kind": "began"}',
    json.dumps({**HEAD, "versions": None}),
    json.dumps(HEAD),
    '"began"',
    "{",
]


@pytest.mark.parametrize("data", BROKEN, ids=[text[:20] for text in BROKEN])
def test_a_stream_that_tells_no_play_is_in_nobodys_way(data: str, store: Store, case: Maker) -> None:
    """It cannot be resumed, and the others are listed and counted as if it were not there."""
    kept = begun(store, case(), "simpan")
    for n in range(3):
        store.append("play//strange", n, AT, data)

    with pytest.raises(CannotResume):
        plays.resume(store, "play//strange")
    assert [one.stream for one in plays.unfinished(store, MYSELF)] == [kept.stream]
    assert plays.endings_seen(store, MYSELF, "map-di-meja") == set()


@pytest.mark.parametrize(
    "data",
    [
        "{}",
        "[]",
        "{",
        '{"kind": 3}',
        '{"kind": "chose"}',
        '{"kind": "chose", "scene": "loket", "choice": 1}',
        '{"kind": "chose", "scene": "loket", "choice": "tidak-ada"}',
        '{"kind": "undid"}',
        '{"kind": "ended"}',
    ],
)
def test_an_event_that_tells_nothing_ends_in_cannot_resume(data: str, store: Store, case: Maker) -> None:
    """No play is guessed from half of its events, and no other error comes out of it."""
    kept = begun(store, case())
    store.append(kept.stream, 1, AT, data)

    with pytest.raises(CannotResume):
        plays.resume(store, kept.stream)
    assert plays.endings_seen(store, MYSELF, "map-di-meja") == set()


def test_an_event_of_a_kind_that_comes_later_is_let_be(store: Store, case: Maker) -> None:
    """A play with something unknown in it goes on where it stood."""
    kept = begun(store, case(), "simpan")
    store.append(kept.stream, 2, AT, '{"kind": "sang", "song": "Indonesia Raya", "loud": true}')

    again, stop = plays.resume(store, kept.stream)

    assert (again.play.scene, stop) == ("ruang-kepala", None)
    assert len(plays.chose(store, again, "ceritakan", AT).record.events) == 3
