"""Labels of the fixed ids of the language, in the language in use or in another.

Whoever speaks several languages at once, or another than the program, hands in its `gettext`.
"""

from __future__ import annotations

from etika_sim.locale import N_, Gettext, _
from etika_sim.model import Principle

_LABELS = {
    Principle.INTEGRITY: (N_("Honesty"), "KJ"),
    Principle.FAIRNESS: (N_("Fairness"), "KD"),
    Principle.ACCOUNTABILITY: (N_("Responsibility"), "TJ"),
    Principle.TRANSPARENCY: (N_("Transparency"), "TR"),
    Principle.PROFESSIONALISM: (N_("Professionalism"), "PF"),
}

_QUALITIES = {
    "exemplary": N_("sets an example"),
    "acceptable": N_("can be answered for"),
    "compromised": N_("leaves a problem behind"),
    "violation": N_("crosses a red line"),
}

STANDINGS = {
    "consistent": N_("consistent"),
    "emerging": N_("beginning to show"),
    "practise": N_("needs practice"),
    None: N_("not enough yet"),
}

_LEVELS = {
    "basic": N_("basic"),
    "intermediate": N_("intermediate"),
    "advanced": N_("advanced"),
}

_EXCUSES = {
    "justify": N_("it is well meant"),
    "euphemise": N_("it is only a matter of how one puts it"),
    "compare": N_("others do worse"),
    "displace": N_("it is not mine to decide"),
    "diffuse": N_("I am not the only one"),
    "minimise": N_("it is only a small thing"),
    "dehumanise": N_("such people are just like that"),
    "blame": N_("it is their own fault"),
}

MODULES = {
    1: N_("Concepts of ethics and integrity"),
    2: N_("Basic values of public service"),
    3: N_("Preventing conflicts of interest"),
    4: N_("Ethical and empathic communication"),
    5: N_("Case studies of ethical violations"),
    6: N_("Evaluation and reflection"),
}

_PRACTICES = {
    "PR1": N_("serving on time and everybody alike"),
    "PR2": N_("answering politely and clearly"),
    "PR3": N_("taking no gratification, keeping clear of conflicts of interest"),
    "PR4": N_("giving public information openly"),
    "PR5": N_("keeping citizens' data confidential"),
}

_PRESSURES = {
    "T1": N_("workload"),
    "T2": N_("superiors who set no example"),
    "T3": N_("old habits of the office"),
    "T4": N_("no reward for ethical work"),
}

_REMEDIES = {
    "S1": N_("supervision and guidance"),
    "S2": N_("ethics in performance appraisal"),
    "S3": N_("example from above"),
}

_CHOSEN_BY = {
    "majority": N_("most votes"),
    "tie": N_("the trainer, after a tie"),
    "trainer": N_("the trainer's own choice"),
    None: N_("not told how, since fewer than five voted"),
}

NOTE = N_("This is feedback for training, not a measurement for personnel decisions.")
"""What every page with numbers about people says of itself."""

_THEMES = {
    "conflict-of-interest": N_("conflict of interest"),
    "gratification": N_("gratification"),
    "illegal-fees": N_("illegal fees (pungli)"),
    "delay": N_("service that is delayed"),
    "discrimination": N_("service that discriminates"),
    "public-information": N_("public information"),
    "citizens-data": N_("citizens' personal data"),
    "social-media": N_("social media"),
    "abuse-of-authority": N_("abuse of authority"),
    "maladministration": N_("maladministration"),
    "whistleblowing": N_("reporting wrongdoing"),
    "neutrality": N_("neutrality"),
    "state-property": N_("state property"),
    "procurement": N_("procurement"),
    "workload": N_("workload"),
    "bad-example": N_("a bad example from above"),
    "mere-friendliness": N_("friendliness that is not yet ethics (smile, greet, welcome)"),
    "false-records": N_("records that do not match what happened"),
}

_BASES = {
    "read": N_("text of the rule read"),
    "two-sources": N_("two sources agree"),
    "one-source": N_("one source only"),
}


def label(principle: Principle, _: Gettext = _) -> str:
    """The name of a principle."""
    return _(_LABELS[principle][0])


def code(principle: Principle) -> str:
    """The two letters of a principle, the same in every language."""
    return _LABELS[principle][1]


def names(principle: Principle) -> tuple[str, ...]:
    """All that a principle may be called by: its id, its letters, its label here and in English."""
    english, letters = _LABELS[principle]
    return principle.value, letters, _(english), english


def quality(name: str, _: Gettext = _) -> str:
    """What kind of ending it is."""
    return _(_QUALITIES[name])


def standing(name: str | None, _: Gettext = _) -> str:
    """How a principle showed, in words."""
    return _(STANDINGS[name])


def excuse(name: str) -> str:
    """An excuse by the sentence people say, never by its technical name."""
    return _(_EXCUSES[name])


def level(name: str) -> str:
    """The level of a case."""
    return _(_LEVELS[name])


def module(number: int, _: Gettext = _) -> str:
    """The title of a training module."""
    return _(MODULES[number])


def practice(name: str, _: Gettext = _) -> str:
    """What a daily practice is."""
    return _(_PRACTICES[name])


def pressure(name: str, _: Gettext = _) -> str:
    """What pushes the wrong way at work."""
    return _(_PRESSURES[name])


def remedy(name: str, _: Gettext = _) -> str:
    """What an office can do about it."""
    return _(_REMEDIES[name])


def chosen_by(name: str | None, _: Gettext = _) -> str:
    """How a class came to the road it took; None where that is not told."""
    return _(_CHOSEN_BY[name])


def theme(name: str) -> str:
    """What a case is about."""
    return _(_THEMES[name])


def theme_names(name: str) -> tuple[str, ...]:
    """All that a theme may be called by: its id, its words here and in English, each side of a bracket."""
    labels = (_THEMES[name], _(_THEMES[name]))
    sides = (side.rstrip(")") for label in labels for side in label.split(" (", 1))
    return tuple(dict.fromkeys((name, *labels, *sides)))


def basis(name: str) -> str:
    """How well an entry of the register of law is known."""
    return _(_BASES[name])
