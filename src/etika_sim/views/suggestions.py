"""What each warning says, and what would help: rule and reason -> sentence and hint, as in MESSAGES."""

from __future__ import annotations

from etika_sim.locale import N_
from etika_sim.views.messages import Sentences

SUGGESTIONS: dict[tuple[str, str], Sentences] = {
    ("no-dilemma", ""): (
        N_('nothing has to be weighed here: "{choice}" is best on every principle'),
        N_("Give another choice what speaks for it: points it earns, or the excuse that makes it tempting."),
    ),
    # --- what gives the answer away ---
    ("cue-bot", "hits"): (
        N_("somebody who reads nothing can guess: {hits} of {of} best choices, where chance hits {chance}"),
        N_("Make the choices alike in length, tone and words; guessed right at: {scenes}."),
    ),
    ("cue-bot", "overall"): (
        N_("somebody who reads nothing can guess: {overall} of 100 points, where chance earns {blind}"),
        N_("Make the choices alike in length, tone and words; guessed right at: {scenes}."),
    ),
    ("virtue-words", ""): (
        N_("loaded words give the best choice away in {count} of {of} decisions: {words}"),
        N_("Tell what is done instead of judging it; it is so at: {scenes}."),
    ),
    ("longest-is-best", ""): (
        N_('"{choice}" is best and by far the longest: {length} characters, the others about {median}'),
        N_("Shorten it, or tell how and when in the other choices as well."),
    ),
    ("absolutes", ""): (
        N_('"{word}" stands only in a choice that is not best'),
        N_("Take the word out, or put a measure in its place that can be seen."),
    ),
    ("echo", ""): (
        N_('"{choice}" is best and alone repeats words of the scene: {words}'),
        N_("Use other words, or let the other choices name the same things."),
    ),
    ("combined-options", ""): (
        N_('"{words}" points to other choices, whose order changes from play to play'),
        N_("Write out what is done, or remove the choice."),
    ),
    ("twin-options", ""): (
        N_('"{choice}" and "{other}" say almost the same'),
        N_("Join them, or tell what really differs."),
    ),
    ("form-cue", "end"): (
        N_('"{choice}" is best and alone ends in another way'),
        N_("Let all choices end alike, for example with a full stop."),
    ),
    ("form-cue", "beginning"): (
        N_('"{choice}" is best and alone begins with another kind of word'),
        N_("Let all choices begin alike, for example with a verb."),
    ),
    ("form-cue", "comma"): (
        N_('"{choice}" is best and alone has a comma'),
        N_("Give the other choices a second part, or take this one's away."),
    ),
    # --- what needs care ---
    ("unknown-rule", ""): (
        N_('allow names no suggestion "{name}"'),
        N_("Only suggestions can be allowed, not errors; etika-sim explain lists all names."),
    ),
    # --- over the pack ---
    ("unknown-twin", ""): (
        N_('there is no case "{twin}" that could be the twin'),
        N_("Write the id of a case that is there, or remove the line."),
    ),
}
