"""What a phone gets in every phase: small, escaped, in its language, nothing of others before the reveal."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import count
from pathlib import Path

import httpx
import pytest
from classroom.lesson import Lesson, guided, small_case
from classroom.serving import DRAWN, WORD, Class, acts, vote
from cli.program import Stream, world

from etika_sim.classroom.advice import COMPARE, COUNTER, DISCUSS, EITHER, NOBODY, SENTENCES, SKIP
from etika_sim.classroom.events import Reason
from etika_sim.classroom.phases import PHASES, Phase
from etika_sim.classroom.trainer_view import for_notes
from etika_sim.classroom.web import app, pages
from etika_sim.classroom.web.pages import words
from etika_sim.locale import _, use
from etika_sim.model import Debrief, Decision, Part
from etika_sim.prose import unmarked
from etika_sim.views import trainer
from etika_sim.views.page import Heading, Items, Labelled
from etika_sim.views.page import Page as Blocks

LARGEST = 30_000
"""Bytes of a page over the wire."""

TRAINERS = {Reason.NOTHING_TO_UNDO, Reason.ENDED, Reason.NO_WAY, Reason.DUPLICATE}
"""Refusals that only the trainer can meet, or that are none."""

Scene = Callable[[], Awaitable[None]]


def run(scene: Scene) -> None:
    """Let a scene happen."""
    asyncio.run(scene())  # type: ignore[arg-type]


class Page(HTMLParser):
    """What stands in a page: its tags with their attributes, its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag."""
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_data(self, data: str) -> None:
        """Words."""
        self.words += data


async def whole_class(held: Class, look: Callable[[str], Awaitable[None]]) -> None:
    """A class from lobby to close with one phone that votes; `look` is called at each stop."""
    await look("lobby")
    for phase in ("briefing", "roles"):
        await held.goes(phase)
        await look(phase)
    await held.does("dealt", seed="s")
    await look("roles dealt")
    await held.does("went", to="read", how="full")
    await look("read")
    await held.goes("enact")
    await look("enact")
    for number, phase in ((1, "vote-1"), (2, "vote-2")):
        await held.does("went", to=phase)
        await look(f"{phase} waiting")
        await held.does("opened")
        await look(f"{phase} open")
        await held.does("closed")
        await look(f"{phase} closed")
        if number == 1:
            await held.goes("discuss")
            await look("discuss")
    await held.goes("reveal")
    await look("reveal")
    await held.does("varied", text="What if it were more?")
    await look("quick vote")
    await held.does("shown")
    await held.routes()
    await look("route")
    for phase in ("de-role", "debrief", "commitments"):
        await held.goes(phase)
        await look(phase)
    await held.does("walled", is_walled=True)
    for phase in ("exit", "closed"):
        await held.goes(phase)
        await look(phase)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{7*7}} \x1b[2J [red]x[/red] \u202egnp"


def test_every_phase_has_a_page_that_is_small_and_speaks_both_languages() -> None:
    """Under 30 kB, one h1, a title, no id twice, labels for all fields, nothing from elsewhere."""

    async def scene() -> None:
        held = Class()
        phones = {"id": await held.phone(), "en": await held.phone(), "table": await held.phone(people=20)}
        await phones["en"].post("/language", data={"language": "en"})
        seen: dict[tuple[str, str], str] = {}

        async def look(stop: str) -> None:
            held.clock.now += 60
            for name, phone in phones.items():
                answer = await phone.get("/")
                assert answer.status_code == 200
                sound(answer)
                seen[name, stop] = Page(answer.text).words
            if stop.endswith("open") or stop == "quick vote":
                one = held.live.room.open_round
                assert one is not None
                assert (await acts(phones["id"], vote(nonce=stop, round=one.number)))["ok"]
                sound(await phones["id"].get("/"))

        await whole_class(held, look)
        for stop in {stop for _name, stop in seen}:
            assert seen["id", stop] != seen["en", stop]
        assert "Tercatat" in seen["id", "vote-1 closed"]
        assert "Pertimbangkan lagi?" in seen["id", "vote-2 waiting"] + seen["id", "vote-2 open"]
        assert "umpan balik latihan" in seen["id", "closed"]

    run(scene)


def sound(answer: httpx.Response) -> None:
    """The page is as every page must be."""
    page = Page(answer.text)
    tags = [tag for tag, _attrs in page.tags]
    labelled = {attrs.get("for") for tag, attrs in page.tags if tag == "label"}
    assert len(answer.content) < LARGEST
    assert (tags.count("h1"), tags.count("title"), tags.count("main")) == (1, 1, 1)
    assert sorted(page.ids) == sorted(set(page.ids))
    assert len(re.findall("(?:id)='", answer.text)) == 0
    for tag, attrs in page.tags:
        assert not [name for name in attrs if name.startswith("on") or name == "style"], (tag, attrs)
        assert tag not in ("iframe", "object", "base", "img", "video")
        links = [attrs[name] for name in ("src", "href", "action") if attrs.get(name)]
        assert all(str(link).startswith("/") or link == "data:," for link in links), links
        is_field = tag in ("textarea", "select") or (tag == "input" and attrs.get("type") in (None, "text"))
        assert not is_field or attrs["id"] in labelled, attrs


def test_what_the_case_and_people_write_is_text_whatever_it_is() -> None:
    """Markup, escapes and turned text in case, names, questions and commitments run nowhere."""
    facts = {"title": HOSTILE, "you": HOSTILE, "debrief": Debrief((HOSTILE,), (), ())}
    case = small_case(**facts)
    scene_one = case.scenes["d1"]
    assert isinstance(scene_one, Decision)
    choices = {
        name: one._replace(text=HOSTILE, outcome=(Part(HOSTILE),), review=(Part(HOSTILE),), say=HOSTILE)
        for name, one in scene_one.choices.items()
    }
    hostile = scene_one._replace(title=HOSTILE, ask=HOSTILE, text=(Part(HOSTILE),), choices=choices)
    case = replace(case, scenes={**case.scenes, "d1": hostile})

    async def scene() -> None:
        held = Class(
            Lesson(case, word=WORD, nicknames=True, event=HOSTILE), cite=lambda _language, _id: HOSTILE
        )
        phone = await held.phone()
        assert (await acts(phone, {"kind": "named", "name": "<b>x</b>&\x1b[2J"}))["ok"]

        async def look(stop: str) -> None:
            held.clock.now += 60
            if stop.endswith("open"):
                await acts(phone, vote(nonce=stop, round=int(stop[5])))
            if stop == "commitments":
                assert (await acts(phone, {"kind": "committed", "text": HOSTILE}))["ok"]
            text = (await phone.get("/")).text
            page = Page(text)
            assert [tag for tag, _attrs in page.tags if tag in ("img", "b>")] == []
            assert [tag for tag, _attrs in page.tags].count("script") == 1
            assert "\x1b" not in text
            assert "\u202e" not in text
            assert "49" not in page.words.replace(WORD, "") or "{{7*7}}" in page.words

        await whole_class(held, look)
        trainer = held.browser(headers={"Authorization": "Bearer host-token"})
        await acts(phone, {"kind": "asked", "text": HOSTILE, "nonce": "q"})
        assert [tag for tag, _attrs in Page((await trainer.get("/notes")).text).tags].count("script") == 0

    run(scene)


@pytest.mark.parametrize("votes", ["bbbbb", "ccccc", "abc..", "....."])
def test_before_the_reveal_nothing_a_phone_gets_depends_on_the_votes_of_others(
    votes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every body, every header and every version is byte for byte the same, whatever others chose."""
    assert told(votes, monkeypatch) == told("aaaaa", monkeypatch)


def told(votes: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str, str]]:
    """All that one phone is told until the reveal, when the others vote so; a dot does not vote."""
    heard: list[tuple[str, str, str, str]] = []
    numbers = count()
    monkeypatch.setattr(app.secrets, "token_urlsafe", lambda n: f"{next(numbers):0{n * 4 // 3 + 1}d}"[:22])
    monkeypatch.setattr(app.secrets, "choice", lambda words: words[0])
    monkeypatch.setattr(app.secrets, "token_bytes", lambda n: b"s" * n)
    monkeypatch.setattr(app.secrets, "randbelow", lambda n: n - 1)

    async def scene() -> None:
        held = Class()
        others = [await held.phone() for _ in votes]
        phone = await held.phone()
        token = list(held.live.room.seats)[-1]

        async def listen() -> None:
            nonlocal numbers
            numbers = count(1_000_000 + len(heard))
            answers = [
                await phone.get("/"),
                await phone.get("/state", headers=DRAWN),
                await phone.get("/state"),
            ]
            for answer in answers:
                body = re.sub(r'"(voted|voices)":\d+', "", answer.text)
                heard.append((held.board.version(token), str(answer.status_code), body, str(answer.headers)))

        await held.goes("briefing", "read")
        for number in (1, 2):
            await held.goes(f"vote-{number}")
            for n, (other, option) in enumerate(zip(others, votes, strict=True)):
                held.clock.now = 5000.0 * number + n
                if option != ".":
                    assert (await acts(other, vote(option, f"{number}", round=number)))["ok"]
                await listen()
            await acts(phone, vote("a", f"own {number}", round=number))
            await listen()
            held.clock.now = 5000.0 * number + 100
            await held.does("closed")
            if number == 1:
                await held.goes("discuss")
            await listen()

    run(scene)
    return heard


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    """No phone is left with a bare code."""
    for reason in set(Reason) - TRAINERS:
        said = {pages.sentence(reason.value, language) for language in ("id", "en")}
        assert len(said) == 2, reason
        assert "" not in said
    assert pages.sentence("<script>", "id") == ""


def test_the_notes_speak_words_in_every_phase() -> None:
    """Phase, plan and advice are told in the room's language, with the script and what people asked."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        trainer = held.browser(headers={"Authorization": "Bearer host-token"})
        seen: dict[str, str] = {}

        async def look(stop: str) -> None:
            held.clock.now += 60
            if stop == "vote-1 open":
                assert (await acts(phone, vote()))["ok"]
            answer = await trainer.get("/notes")
            assert answer.status_code == 200
            seen[stop] = Page(answer.text).words

        await whole_class(held, look)
        assert "Freeze." in seen["enact"]
        assert "Sedikitnya empat dari lima sepakat pada pilihan" in seen["vote-1 closed"]
        assert not [stop for stop, words in seen.items() if "vote-1" in words or "de-role" in words]

    run(scene)


def test_the_phone_shows_all_that_the_terminal_shows_of_the_notes() -> None:
    """At every stop each labelled thing and each item of the page stands on the phone, in the same order."""
    seen: set[str] = set()

    async def scene() -> None:
        held = Class(Lesson(guided(), word=WORD, people=3))
        phones = [await held.phone() for _ in range(4)]

        async def look(stop: str) -> None:
            held.clock.now += 60
            await takes_part(held, phones, stop)
            page = trainer.notes(for_notes(held.live.room), held.clock.now)
            body = await held.browser(headers={"Authorization": "Bearer host-token"}).get("/notes")
            shown = " ".join(Page(body.text).words.split())
            at = 0
            for text in words_of_page(page):
                found = shown.find(" ".join(unmarked(text).split()), at)
                assert found >= at, (stop, text, shown)
                at = found
            seen.update(block.label for block in page if isinstance(block, Labelled))

        await whole_class(held, look)

    with world(Stream(), Stream(), Stream()):
        use("id")
        run(scene)
        for label in ("Say", "What decides", "Scene", "Ask", "Listen for", "Change", "If nobody speaks"):
            assert _(label) in seen, label
        for label in ("If a superior dominates", "Advice", "Mind", "Roles", "Seen", "Next", "What if"):
            assert _(label) in seen, label
        assert {_("Vote {n}").format(n=n) for n in (1, 2)} <= seen


async def takes_part(held: Class, phones: list[httpx.AsyncClient], stop: str) -> None:
    """What four phones and raised hands do on the way: roles given back, ticks, a question, votes."""
    if stop == "roles dealt":
        assert any([(await acts(phone, {"kind": "passed", "why": "rest"}))["ok"] for phone in phones])
    if stop == "enact":
        ticks = {"kind": "ticked", "decision": 1, "principles": ["integrity"]}
        assert any([(await acts(phone, ticks))["ok"] for phone in phones])
        assert (await acts(phones[0], {"kind": "asked", "text": "Mengapa begitu?", "nonce": "q"}))["ok"]
    if stop.endswith("open"):
        number = int(stop[5])
        for phone, option in zip(phones, "aabc", strict=True):
            assert (await acts(phone, vote(option, nonce=stop, round=number)))["ok"]
        await held.does("counted", decision=1, round=number, counts=[1, 0, 1])


def words_of_page(page: Blocks) -> Iterator[str]:
    """All that the page says, from its head to its foot."""
    for block in page:
        match block:
            case Heading(text, aside):
                yield from filter(None, (text, aside))
            case Labelled(label, paragraphs):
                yield from (label, *paragraphs)
            case Items(items):
                yield from (text for _mark, text in items)


def test_every_advice_has_its_sentence() -> None:
    """A code that is added later must be given one."""
    assert set(SENTENCES) == {NOBODY, COMPARE, SKIP, COUNTER, DISCUSS, EITHER}


def test_every_phase_has_its_heading() -> None:
    """A phase that is added later must be given one, and a page of its own."""
    pages = {path.stem for path in Path(words.__file__).with_name("phases").glob("*.html")}

    assert pages == set(Phase)
    assert all(PHASES[phase].heading for phase in Phase)


def test_a_class_about_what_is_usual_asks_so_and_then_what_is_decided() -> None:
    """Two rounds, two questions; the second is not called a reconsidering."""

    async def scene() -> None:
        held = Class(settings={"usual": True})
        phone = await held.phone()
        await held.goes("briefing", "read", "vote-1")
        assert "dilakukan kebanyakan rekan" in (await phone.get("/")).text
        await acts(phone, vote())
        await held.goes("vote-2")
        second = (await phone.get("/")).text
        assert "Apa yang kita putuskan?" in second
        assert "Pertimbangkan lagi" not in second

    run(scene)


def test_words_of_the_case_come_in_the_phones_language_where_there_are_any() -> None:
    """A translation laid over the case is what an English phone reads; an Indonesian one reads the case."""

    async def scene() -> None:
        held = Class(told={"en": small_case(title="The envelope")})
        phone = await held.phone()
        assert "A case" in (await phone.get("/")).text
        await phone.post("/language", data={"language": "en"})
        assert "The envelope" in (await phone.get("/")).text
        await phone.post("/language", data={"language": "xx"})
        assert "The envelope" in (await phone.get("/")).text

    run(scene)


def test_without_scripts_a_page_reads_itself_anew_only_where_nobody_writes() -> None:
    """In the lobby yes; in an open vote and in the question box no."""

    async def scene() -> None:
        held = Class()
        phone = await held.phone()
        assert 'http-equiv="refresh"' in (await phone.get("/")).text
        assert 'http-equiv="refresh"' not in (await phone.get("/?ask")).text
        await held.goes("briefing", "read", "vote-1")
        assert 'http-equiv="refresh"' not in (await phone.get("/")).text

    run(scene)
