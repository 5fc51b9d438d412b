"""What a case tells its trainer: hinge, answers, what-ifs with their option, tasks, a note, what mends."""

from __future__ import annotations

from typing import Any

import pytest
from written import CHANNELS, LAWS, built, changed, data_of, mistakes, place_of, set_at

from etika_sim.checks.texts import texts
from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Findings, Path
from etika_sim.language.translation import overlay
from etika_sim.model import Facilitator, Heard, Scenario, WhatIf

LOKET = ("scenes", "loket")
NOTES = (*LOKET, "facilitator")
HEARD = '        - "semua orang juga begitu"\n'
ANSWERED = '        - {text: "semua orang juga begitu", answer: "Siapa yang tidak?"}\n'
VARIED = "        - Bagaimana kalau isinya Rp50 ribu?\n"
TIPPED = "        - text: Bagaimana kalau isinya Rp50 ribu?\n          then: simpan\n"
TASK = "    scenes: [loket]\n    task: Catat uangnya.\n"
ENACT = "      enact: Peragakan sampai map terbuka, lalu bekukan.\n"
GUIDED = f"""\
      hinge: Berkasnya belum diputuskan.
      if_silent: Beri dua menit menulis.
      if_dominated: Yang muda lebih dulu.
{ENACT}"""


@pytest.fixture
def guided(base_case: str) -> str:
    """The small case with everything that a trainer can be told."""
    return changed(
        base_case,
        (HEARD, ANSWERED),
        (VARIED, TIPPED),
        (ENACT, GUIDED),
        (
            "    part: Pemohon izin\n",
            "    part: Pemohon izin\n    scenes: [loket]\n    task: Catat uangnya.\n",
        ),
        ("start: loket\n", "note: Ada amplop di sini.\nstart: loket\n"),
        ("        text: Mengembalikan amplop", "        mends: true\n        text: Mengembalikan amplop"),
    )


def sound(text: str) -> Scenario:
    """The scenario of a text in which nothing is wrong."""
    scenario, findings = built(text)
    assert findings == []
    assert scenario is not None
    return scenario


def test_a_trainer_is_told_what_the_author_wrote(guided: str) -> None:
    """Each key comes to its noun; a plain text is the same noun without what stands beside it."""
    scenario = sound(guided)
    decision, role = scenario.scenes["loket"], scenario.roles["warga"]

    assert decision.facilitator == Facilitator(
        enact="Peragakan sampai map terbuka, lalu bekukan.",
        probe=("Apa yang membuat menolak terasa sulit?",),
        listen_for=(Heard("semua orang juga begitu", "Siapa yang tidak?"),),
        vary=(WhatIf("Bagaimana kalau isinya Rp50 ribu?", "simpan"),),
        hinge="Berkasnya belum diputuskan.",
        if_silent="Beri dua menit menulis.",
        if_dominated="Yang muda lebih dulu.",
    )
    assert (role.scenes, role.task, scenario.note) == (("loket",), "Catat uangnya.", "Ada amplop di sini.")
    assert [choice.mends for choice in decision.choices.values()] == [True, False]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("then: simpan", "then: @simpn", "unknown-choice simpn"),
        ("then: simpan", "then: @diam", "unknown-choice diam"),
        ("then: simpan", "@then: [simpan]", "wrong-type"),
        ("then: simpan", "@maka: simpan", "unknown-key maka"),
        ("scenes: [loket]", "scenes: [@lokett]", "unknown-scene lokett"),
        ("mends: true", "mends: @ya", "wrong-type"),
        ('answer: "Siapa yang tidak?"', '@answer: ""', "bad-value empty"),
        ('{text: "semua orang juga begitu", ', "@{", "missing-key text"),
    ],
)
def test_what_is_wrong_with_it_is_told_where_it_stands(guided: str, old: str, new: str, finding: str) -> None:
    """At the mark; a choice of another decision is as unknown as one that is nowhere."""
    marked = changed(guided, (old, new))

    assert mistakes(marked.replace("@", "")) == [f"{place_of(marked, '@')} {finding}"]


def test_without_choices_no_option_is_missed_in_them(guided: str) -> None:
    """That a decision has no choices is told; that a what-if names one of them is no second finding."""
    data = set_at(data_of(guided), (*LOKET, "choices"), "x")
    findings = Findings()
    build(data, "small", findings, LAWS, CHANNELS)

    assert [finding.rule for finding in findings.kept] == ["wrong-type"]


def test_every_text_of_it_is_read_by_the_rules(guided: str) -> None:
    """Under the path by which it stands in the file."""
    told = dict(texts(sound(guided)))

    for path, text in (
        (("note",), "Ada amplop di sini."),
        (("roles", "warga", "task"), "Catat uangnya."),
        ((*NOTES, "hinge"), "Berkasnya belum diputuskan."),
        ((*NOTES, "if_silent"), "Beri dua menit menulis."),
        ((*NOTES, "if_dominated"), "Yang muda lebih dulu."),
        ((*NOTES, "listen_for", 0, "answer"), "Siapa yang tidak?"),
        ((*NOTES, "vary", 0, "text"), "Bagaimana kalau isinya Rp50 ribu?"),
    ):
        assert told[path] == text


# --- its translation --------------------------------------------------------------------------


def within(path: Path, value: Any) -> Any:
    """Data that hold nothing but a value at a path."""
    for step in reversed(path):
        value = {step: value}
    return value


@pytest.mark.parametrize(
    ("path", "value", "reason", "missing"),
    [
        ((*NOTES, "vary"), ["What if?"], [], []),
        ((*NOTES, "vary"), [{"text": "What if?"}], [], []),
        ((*NOTES, "listen_for"), [{"text": "All do", "answer": "Who does not?"}], [], []),
        ((*NOTES, "listen_for"), ["All do"], [], [(*NOTES, "listen_for", 0, "answer")]),
        ((*NOTES, "listen_for"), ["All do", "More"], ["length"], []),
        ((*NOTES, "vary"), [{"text": "What if?", "then": "simpan"}], ["not-text"], []),
        ((*NOTES, "vary"), [{"text": "What if?", "answer": "x"}], ["extra"], []),
        ((*NOTES, "vary"), [["What if?"]], ["kind"], []),
        ((*NOTES, "probe"), [{"text": "Why?"}], ["kind"], []),
    ],
)
def test_a_translation_lays_its_texts_by_their_places(
    guided: str, path: Path, value: Any, reason: list[str], missing: list[Path]
) -> None:
    """Plain, or under `text` and `answer`; which option becomes best is the original's to say."""
    findings = Findings()
    laid = overlay(data_of(guided), within(path, value), findings)

    assert [finding.facts["reason"] for finding in findings.kept] == reason
    assert [place for place in laid.missing if len(place) > len(NOTES) + 1] == missing


def test_the_option_of_a_what_if_stays_that_of_the_original(guided: str) -> None:
    """In English, the words change and the choice does not."""
    given = within((*NOTES, "vary"), ["What if it were Rp50,000?"])
    scenario = build(
        overlay(data_of(guided), given, Findings()).data, "small", Findings(), LAWS, CHANNELS, "en"
    )

    assert scenario is not None
    assert scenario.scenes["loket"].facilitator.vary == (WhatIf("What if it were Rp50,000?", "simpan"),)
