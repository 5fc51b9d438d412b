"""What each warning says, and what would help: rule and reason -> sentence and hint, as in MESSAGES."""

from __future__ import annotations

from etika_sim.locale import N_
from etika_sim.views.messages import Sentences

SUGGESTIONS: dict[tuple[str, str], Sentences] = {
    ("no-dilemma", ""): (
        N_('nothing has to be weighed here: "{choice}" is best on every principle'),
        N_("Give another choice what speaks for it: points it earns, or the excuse that makes it tempting."),
    ),
    ("ending-contradicts-score", "recommended"): (
        N_('the recommended road ends in "{scene}", which is {quality}: {road}'),
        N_("Lead it to a better ending, or recommend other choices."),
    ),
    ("ending-contradicts-score", "red-line"): (
        N_('a play can end in "{scene}", which is {quality}, after the red line "{choice}"'),
        N_("Let a route tell the two apart, or call the ending acceptable at most."),
    ),
    ("ending-contradicts-score", "order"): (
        N_('plays to "{scene}" earn {percent} of 100 points, those to the better "{other}" {other_percent}'),
        N_("Look at the routes to both endings, at the points on the way, and at the kind of ending."),
    ),
    ("short-good-road", "length"): (
        N_('the recommended road to "{ending}" meets {decisions} decisions, the longest play {longest}'),
        N_("Give the good road decisions of its own: what it costs, and what comes after. ({road})"),
    ),
    ("short-good-road", "pressure"): (
        N_('decisions under pressure after the first good choice, on the road to "{ending}": {pressed} of 2'),
        N_("Let something tempt there as well: a choice with an excuse. ({road})"),
    ),
    ("high-chance", ""): (
        N_("on {principle} choosing without reading already earns {percent} of 100 points"),
        N_("Offer fewer good choices, or tell their points apart; easiest to guess: {scenes}."),
    ),
    ("untested-principle", ""): (
        N_("on the shortest play fewer than three decisions test: {principles}"),
        N_("Rate more choices on it, or make the shortest play longer."),
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
    # --- what a class needs ---
    ("class-plan-too-long", ""): (
        N_("of {minutes} minutes {available} are left for decisions, and a play can need {needed}"),
        N_("Play fewer in full; this play meets {full} in full and {quick} quickly: {scenes}."),
    ),
    ("no-facilitation", "both"): (
        N_('a class plays "{scene}", but nothing says how to enact it or what to ask'),
        N_("Write facilitator with enact and probe."),
    ),
    ("no-facilitation", "enact"): (
        N_('a class plays "{scene}" in full, but nothing says how to enact it'),
        N_("Write enact under facilitator: who stands where, and when to freeze."),
    ),
    ("no-facilitation", "probe"): (
        N_('a class plays "{scene}", but no question is written for it'),
        N_("Write one or more questions as probe under facilitator."),
    ),
    ("long-for-class", "scene"): (
        N_("{count} words at once are long for a class, which reads from the wall; {most} are enough"),
        N_("Take out what no choice needs, or tell it in a passage before."),
    ),
    ("long-for-class", "choice"): (
        N_("{count} words are long for a choice that a class hears once; {most} are enough"),
        N_("Say only what is done; the why belongs in the review."),
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
