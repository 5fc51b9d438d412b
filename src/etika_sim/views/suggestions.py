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
    ("ending-contradicts-score", "order"): (
        N_('plays to "{scene}" earn {percent} of 100 points, those to the better "{other}" {other_percent}'),
        N_("Look at the routes to both endings, at the points on the way, and at the kind of ending."),
    ),
    ("ending-forgets", "grave"): (
        N_(
            '"{scene}" is exemplary, and a play comes there after "{choice}", whose points add up to {points}'
        ),
        N_("Let the choice leave a mark (set or add), and let the route ask for it."),
    ),
    ("ending-forgets", "red-line"): (
        N_('"{scene}" is exemplary, and a play comes there after the red line "{choice}"'),
        N_("Let the choice leave a mark (set or add), and let the route ask for it."),
    ),
    ("ending-forgets", "unmended"): (
        N_('"{scene}" is acceptable, and a play comes there after "{choice}", a red line not made good'),
        N_("Route it to a lesser ending, or mark the choice that makes it good with mends: true."),
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
    ("verdict-words", ""): (
        N_('"{word}" tells the verdict: {hits} of {good} best choices have it, {others} of {bad} others'),
        N_("Leave it out, or let it stand with both; say what was gained and what was lost."),
    ),
    ("verdict-words", "said"): (
        N_('"{words}" tells the verdict outright'),
        N_("Tell what came of it, and for whom; leave the verdict to the reader."),
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
    ("no-flip", "none"): (
        N_('a class plays "{scene}", and no what-if says which choice another fact would make best'),
        N_('Change one fact: vary: [{{text: "Bagaimana kalau …?", then: CHOICE}}].'),
    ),
    ("no-flip", "same"): (
        N_('every what-if of "{scene}" names a choice that is best already, or that is not offered'),
        N_("Change a fact so that another of the offered choices becomes best, and name that one."),
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
    ("straw-man", ""): (
        N_('"{choice}" is at -2 on {count} principles; hardly anybody would take it'),
        N_("Write what people say for it, with points to match; or mark a clear breach red_line: true."),
    ),
    ("straw-man", "mild"): (
        N_('"{choice}" goes against all five principles, and nothing says what tempts in it'),
        N_("Name the excuse that people have for it, or give it points to match what speaks for it."),
    ),
    ("straw-man", "all"): (
        N_("every choice but the best adds up to {most} or less"),
        N_("Rewrite one of them as what a decent colleague might do, with points to match."),
    ),
    ("dominated", ""): (
        N_('nothing speaks for "{choice}": "{better}" is as good or better on every principle'),
        N_("Name the excuse that makes it tempting, or give it points where it is ahead."),
    ),
    ("violation-without-red-line", ""): (
        N_('the ending "{scene}" is a violation, and a play gets there without a red line'),
        N_("Mark the choice that breaks the law with red_line: true, or make the ending compromised."),
    ),
    ("violation-without-red-line", "none"): (
        N_('the ending "{scene}" is a violation, and no choice of the case is a red line'),
        N_("Mark the choice that breaks the law with red_line: true, or make the ending compromised."),
    ),
    ("red-line-without-law", ""): (
        N_('"{choice}" is a red line and cites no law'),
        N_("Find it with etika-sim law WORD and add law: [...]; if no law is broken, remove red_line."),
    ),
    ("red-line-weight", ""): (
        N_("this decision has a red line ({lines}) and a weight of {weight}"),
        N_("Write weight: {least} or more, so that a breach stays visible in the score."),
    ),
    ("long-scene", ""): (
        N_("{count} words on one screen; more than {most} are hard to keep in mind"),
        N_("Cut what is not needed to decide, or move a part into an outcome or the next scene."),
    ),
    ("long-scene", "together"): (
        N_("{count} words on one screen: {own} of this scene, the others of passages right before it"),
        N_("They are shown together. Shorten the passages or this scene to {most} words in all."),
    ),
    ("long-choice", ""): (
        N_('"{choice}" has {count} words; {most} are the most'),
        N_("Write only what is done. Reasons belong into review, words into say."),
    ),
    ("long-sentence", ""): (
        N_('a sentence of {count} words, more than {most}: "{begins} ..."'),
        N_("Make two of it: who does what, and then why."),
    ),
    ("long-sentence", "far"): (
        N_('a sentence of {count} words; beyond {most} its beginning is forgotten: "{begins} ..."'),
        N_("Make two or three of it: who does what, and then why."),
    ),
    ("unexpanded-abbreviation", ""): (
        N_("{name} is never written out in this case"),
        N_("Write the long form here, and the short one behind it: ... ({name})."),
    ),
    ("unexpanded-abbreviation", "road"): (
        N_("{name} can be met here before it is written out"),
        N_("The long form stands elsewhere, but not on every road to here. Write it here too: ... ({name})."),
    ),
    ("officialese", ""): (
        N_('"{phrase}" is the language of official letters'),
        N_("In plain words: {plain}"),
    ),
    ("officialese", "leave-out"): (
        N_('"{phrase}" is the language of official letters'),
        N_("Leave it out; nothing is lost."),
    ),
    ("weak-law", ""): (
        N_("{law} is known from one source only"),
        N_(
            "Read the law or find a second source, and note it in the register. Until then word it with care."
        ),
    ),
    ("stale-law", ""): (
        N_("{law} was last looked up on {checked}, more than a year ago"),
        N_("See whether it still stands, then write the day behind checked: in the register."),
    ),
    ("stale-translation", ""): (
        N_("the original has changed since this was translated"),
        N_("Read again what has changed, then run: etika-sim check --accept-translation FILE"),
    ),
    ("stale-translation", "unnamed"): (
        N_("this translation does not say which texts it was made of"),
        N_("Read it beside the original, then run: etika-sim check --accept-translation FILE"),
    ),
    ("missing-translation", ""): (
        N_('"{where}" is not translated'),
        N_("Add {key}: ... at the same place as in the original."),
    ),
    ("missing-translation", "file"): (
        N_("this shipped case has no translation ({language})"),
        N_("Write it beside the case, in a file that ends in .{language}.yaml."),
    ),
    ("unseen-text", "text"): (
        N_("no play ever shows this text: its condition never holds here"),
        N_("Change the condition, let an earlier choice make it hold, or remove the text."),
    ),
    ("unseen-text", "text-after"): (
        N_("no play ever shows this text: its condition never holds here"),
        N_(
            "It is read after the changes of its choice (set, add). Change the condition, or remove the text."
        ),
    ),
    ("unseen-text", "else"): (
        N_("no play ever shows this else: the condition always holds here"),
        N_("Change the condition, let an earlier choice make it fail, or remove the else."),
    ),
    ("unseen-text", "else-after"): (
        N_("no play ever shows this else: the condition always holds here"),
        N_(
            "It is read after the changes of its choice (set, add). Change the condition, or remove the else."
        ),
    ),
    ("unused-state", "never-read"): (
        N_('nothing ever asks for "{name}"'),
        N_("Let something depend on it (if: {name} ...), or remove it."),
    ),
    ("unused-state", "never-changed"): (
        N_('"{name}" never changes'),
        N_("Let a choice change it with set: or add:, or remove it."),
    ),
    ("unused-state", "never-used"): (
        N_('"{name}" is never used'),
        N_("Remove the line, or let a choice change it and a condition ask for it."),
    ),
}
