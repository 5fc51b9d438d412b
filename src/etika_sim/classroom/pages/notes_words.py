"""The words of the trainer's notes on a phone."""

from __future__ import annotations

from etika_sim.locale import N_

NOTES = {
    "notes_title": N_("Notes"),
    "notes_private": N_("Never project this page."),
    "notes_seats": N_("Seats"),
    "notes_voted": N_("Voted"),
    "notes_script": N_("Script"),
    "notes_hinge": N_("What decides"),
    "notes_silent": N_("If nobody speaks"),
    "notes_dominated": N_("If a superior dominates"),
    "notes_then": N_("Best then: {letter}"),
    "notes_tasks": N_("Tasks for roles without a scene"),
    "notes_probe": N_("To ask"),
    "notes_listen": N_("Listen for"),
    "notes_vary": N_("What if"),
    "notes_advice": N_("Advice"),
    "notes_questions": N_("Questions from the room"),
    "notes_none": N_("Nothing yet."),
    "notes_plan": N_("Time plan"),
    "notes_minutes": N_("{n} min"),
}
"""By the name that the template knows them by."""

ADVICE = {
    "nobody": N_("Nobody has voted yet."),
    "compare": N_("Now ask what the class decides, and compare."),
    "skip": N_("Most agree on a sound option: the second vote can be left out."),
    "counter-view": N_("Most agree on a poor option: let a counter-view be heard first."),
    "discuss": N_("The class is divided: let people talk, then vote again."),
    "either": N_("As time allows."),
}
"""What the advice of `advice.py` says, by its code."""
