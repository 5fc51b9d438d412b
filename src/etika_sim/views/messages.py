"""What each finding says, and what to do about it: rule and reason -> sentence and hint.

`{…}` are the facts of the finding, made safe before they are put in. An entry under (rule, "")
serves every reason of the rule that has none of its own.
"""

from __future__ import annotations

from etika_sim.locale import N_

Sentences = tuple[str, str]
"""The message, and the hint (may be empty)."""

MESSAGES: dict[tuple[str, str], Sentences] = {
    # --- bytes and YAML ---
    ("yaml-syntax", "too-large"): (
        N_("the file is larger than {limit} bytes"),
        N_("Is it really a case? If so, raise the limit with --max-size."),
    ),
    ("yaml-syntax", "encoding"): (
        N_("this is not UTF-8 text (byte {byte})"),
        N_("In your editor choose Save with encoding, UTF-8."),
    ),
    ("yaml-syntax", "utf-16"): (
        N_("the file is saved as UTF-16 or is no text"),
        N_("In your editor choose Save with encoding, UTF-8."),
    ),
    ("yaml-syntax", "empty"): (
        N_("the file is empty"),
        N_("A case begins with: format: 1"),
    ),
    ("yaml-syntax", "special-start"): (
        N_("a text must not begin with {character}"),
        N_('Put the whole text in quotes: "..."'),
    ),
    ("yaml-syntax", "text-after-quote"): (
        N_("there is text behind the closing quotation mark"),
        N_("Put | behind the colon and the text on the next line, further in."),
    ),
    ("yaml-syntax", "colon-in-text"): (
        N_("a text without quotes must not hold a colon and a space"),
        N_('Put the whole text in quotes: "..."'),
    ),
    ("yaml-syntax", "unclosed-quote"): (
        N_("the quotation mark that opens here is never closed"),
        N_("Close it at the end of the text."),
    ),
    ("yaml-syntax", "bad-escape"): (
        N_("a backslash between double quotation marks has a meaning of its own"),
        N_("Write two of them, or put the text in single quotation marks: '...'"),
    ),
    ("yaml-syntax", "unclosed-bracket"): (
        N_("the bracket that opens here is not closed properly"),
        N_("Check commas and the closing ] or }}."),
    ),
    ("yaml-syntax", "missing-colon"): (
        N_("a colon and a space are missing here, or the text goes on too far to the left"),
        N_("Write key: value; a text over several lines stands further in than its key."),
    ),
    ("yaml-syntax", "indentation"): (
        N_("this line is not indented like the lines it belongs to"),
        N_("Lines of one group begin in the same column; use spaces."),
    ),
    ("yaml-syntax", "other"): (
        N_("YAML cannot be read from here on"),
        N_("Look at this line and the one before: quotes, colons, indentation."),
    ),
    ("too-deep", ""): (
        N_("more than {limit} levels inside each other"),
        N_("A case needs ten at most. Is there a bracket too many?"),
    ),
    ("duplicate-key", ""): (
        N_('"{key}" stands here again; the first one is in line {first}'),
        N_("Keep one of them, or rename one."),
    ),
    ("control-character", ""): (
        N_("an invisible control character {code}"),
        N_("Delete it and type the place again; it often comes from copying out of a PDF."),
    ),
    ("forbidden-yaml", "tab"): (
        N_("a tab character"),
        N_("Use spaces: two for each level."),
    ),
    ("forbidden-yaml", "anchor"): (
        N_("an anchor (&name) is not used in cases"),
        N_("If it is text, put it in quotes; if not, remove the name."),
    ),
    ("forbidden-yaml", "alias"): (
        N_("an alias (*name) is not used in cases"),
        N_("If it is text, put it in quotes; if not, write out here what it stands for."),
    ),
    ("forbidden-yaml", "tag"): (
        N_("a tag (!name) is not used in cases"),
        N_('If it is text, put it in quotes: "..."'),
    ),
    ("forbidden-yaml", "directive"): (
        N_("a directive (%) is not used in cases"),
        N_("Remove the line."),
    ),
    ("forbidden-yaml", "document"): (
        N_("a second document begins here (---)"),
        N_("One file holds one case. Remove this line, or move the rest into a file of its own."),
    ),
    ("forbidden-yaml", "merge"): (
        N_("<< is not used in cases"),
        N_("Write the values out where they are needed."),
    ),
    ("forbidden-yaml", "key"): (
        N_("a key must be a simple word"),
        N_("Write key: value."),
    ),
    ("unquoted-text", ""): (
        N_("text inside [ ] or {{ }} must stand in quotes"),
        N_("A comma parts items here. Use quotes, or give each item a line of its own: - ..."),
    ),
    ("cut-text", ""): (
        N_("this is cut off from the text: # begins a remark"),
        N_("Put the text in quotes, or the remark on a line of its own."),
    ),
    # --- keys and values ---
    ("unknown-key", ""): (
        N_('"{key}" is not a key here'),
        N_("Known here: {keys}."),
    ),
    ("missing-key", ""): (
        N_('"{key}" is missing'),
        N_("Add a line {key}: ..."),
    ),
    ("missing-key", "way-on"): (
        N_("this scene does not say how the story goes on"),
        N_("Add to: ... for the next scene, ask: and choices: for a decision, or ending: ... where it ends."),
    ),
    ("wrong-type", "text"): (
        N_("a text is needed here"),
        N_("Write the text behind the colon, or | and the text below."),
    ),
    ("wrong-type", "number"): (
        N_("a whole number without quotes is needed here"),
        N_("Write digits only, for example 2."),
    ),
    ("wrong-type", "truth"): (
        N_("true or false is needed here, without quotes"),
        N_("true means yes, false means no."),
    ),
    ("wrong-type", "list"): (
        N_("a list is needed here"),
        N_("Begin each item on a line of its own with a dash: - ..."),
    ),
    ("wrong-type", "mapping"): (
        N_("lines of the form key: value are needed here"),
        N_("Put them on the lines below, two spaces further in."),
    ),
    ("wrong-type", "condition"): (
        N_("a condition is needed here"),
        N_("For example: noted and pressure >= 2"),
    ),
    ("bad-value", "empty"): (
        N_('"{key}" is empty'),
        N_("Fill it in or remove the line."),
    ),
    ("bad-value", "nothing"): (
        N_("nothing is written here"),
        N_("Fill it in or remove the line."),
    ),
    ("bad-value", "one-paragraph"): (
        N_("this text must be a single paragraph"),
        N_("Remove the blank line."),
    ),
    ("bad-value", "pattern"): (
        N_('"{value}" does not have the form that is needed here'),
        N_("Dates look like 2026-11-24, ids like amplop-di-loket."),
    ),
    ("bad-value", "not-one-of"): (
        N_('"{value}" is not one of the words allowed here'),
        N_("Allowed: {words}."),
    ),
    ("bad-value", "range"): (
        N_("{value} is outside the range {low} to {high}"),
        "",
    ),
    ("bad-value", "start-is-ending"): (
        N_('the story cannot start at "{name}": it is an ending'),
        N_("Start at a decision or a passage."),
    ),
    ("bad-value", "not-a-decision"): (
        N_('"{name}" is not a decision'),
        N_("A class plan names scenes that have choices."),
    ),
    ("bad-value", "too-few"): (
        N_("too few here: {count}; there must be at least {least}"),
        N_("Write the missing ones below it."),
    ),
    ("bad-value", "too-many"): (
        N_("too many here: {count}; there may be at most {most}"),
        N_("Three choices are enough for most decisions."),
    ),
    ("bad-value", "id"): (
        N_('"{value}" cannot be a name here'),
        N_("Use small letters, digits and hyphens, beginning with a letter."),
    ),
    ("bad-value", "register-id"): (
        N_('"{value}" cannot be an id of a register'),
        N_("Use capital letters, digits and hyphens, for example KAB-01."),
    ),
    ("bad-value", "minutes"): (
        N_('"{value}" is no plain number of minutes'),
        N_("A class plan begins with its minutes, for example 45."),
    ),
    ("bad-value", "state-name"): (
        N_('"{value}" cannot be a name of the state'),
        N_("Use small letters, digits and underscores; and, or, not, true, false are taken."),
    ),
    ("bad-value", "counter-range"): (
        N_("a counter cannot run from {low} to {high}"),
        N_("to must be larger than from."),
    ),
    ("bad-value", "add-to-flag"): (
        N_('"{name}" is a flag; only counters can be added to'),
        N_("Use set: {{{name}: true}}."),
    ),
    ("bad-value", "set-and-add"): (
        N_('"{name}" stands in set and in add of the same choice'),
        N_("Keep one of them."),
    ),
    ("bad-value", "recommended-red-line"): (
        N_("a red line cannot be recommended"),
        N_("Remove recommended or red_line."),
    ),
    ("bad-value", "too-many-recommended"): (
        N_("more than {most} choices are recommended"),
        N_("One is the rule; two in a true dilemma."),
    ),
    # --- conditions ---
    ("bad-condition", "too-long"): (
        N_("the condition is longer than 200 characters"),
        N_("Set a flag earlier and ask for that."),
    ),
    ("bad-condition", "too-deep"): (
        N_("too many parentheses or nots inside each other"),
        N_("Set a flag earlier and ask for that."),
    ),
    ("bad-condition", "empty"): (
        N_("the condition is empty"),
        N_("Write it, or remove the line."),
    ),
    ("bad-condition", "unexpected"): (
        N_('"{word}" does not fit here'),
        N_("For example: noted and not (pressure >= 2 or late)"),
    ),
    ("bad-condition", "unclosed"): (
        N_("this parenthesis is never closed"),
        N_("Close it with )."),
    ),
    ("bad-condition", "chained"): (
        N_("only one comparison at a time"),
        N_("Write two comparisons and join them with and."),
    ),
    ("bad-condition", "counter-alone"): (
        N_('"{word}" is a counter; compare it with a number'),
        N_("For example: {word} >= 1"),
    ),
    ("bad-condition", "number-alone"): (
        N_("a number alone is no condition"),
        N_("For example: pressure >= {word}"),
    ),
    ("bad-condition", "ends-early"): (
        N_("the condition ends too early"),
        N_("Something is missing behind the last word."),
    ),
    ("bad-condition", "mixed-kinds"): (
        N_("a flag cannot be compared with a number"),
        N_("Flags are true or false; counters are numbers."),
    ),
    ("bad-condition", "flag-order"): (
        N_("flags can only be compared with == and !="),
        N_("Often the name alone is enough, or not and the name."),
    ),
    ("bad-condition", "single-equals"): (
        N_("for equality write two signs: =="),
        "",
    ),
    ("bad-condition", "strange-character"): (
        N_('the character "{word}" is not used in conditions'),
        N_("Names, numbers, and, or, not, parentheses and comparisons are."),
    ),
    ("bad-condition", "number-too-large"): (
        N_("this number is too large"),
        N_("A number has nine digits at most."),
    ),
    # --- names ---
    ("unknown-scene", ""): (
        N_('there is no scene "{name}"'),
        N_("Add the scene, or name one that is there."),
    ),
    ("unknown-state", ""): (
        N_('"{name}" is not declared under state'),
        N_("Declare it under state: {name}: false, or for counting {name}: {{from: 0, to: 3, start: 0}}"),
    ),
    ("unknown-choice", ""): (
        N_('this decision has no choice "{name}"'),
        N_("Name one of the choices of the same decision."),
    ),
    ("unknown-law", ""): (
        N_('the register of law has no "{name}"'),
        N_("etika-sim law WORD finds the id."),
    ),
    ("unknown-channel", ""): (
        N_('the register of channels has no "{name}"'),
        N_("etika-sim law lists the channels; your own go into channels.yaml beside the case."),
    ),
    ("duplicate-id", ""): (
        N_('the id "{id}" is already taken'),
        N_("Give this one another id."),
    ),
    ("duplicate-id", "case"): (
        N_("another case has the same id: {other}"),
        N_("The file name is the id; give this file another name."),
    ),
    ("no-ending", ""): (
        N_("no scene is an ending"),
        N_("Add at least one scene with: ending: acceptable"),
    ),
    ("state-too-large", ""): (
        N_("{names} names give {states} combinations; at most {most_names} and {most_states} are allowed"),
        N_("Use fewer flags, or counters with a smaller range."),
    ),
    # --- translations ---
    ("translation-mismatch", "kind"): (
        N_("this has another shape than in the original"),
        N_("A text stays a text, a list a list."),
    ),
    ("translation-mismatch", "extra"): (
        N_('the original has no "{key}" here'),
        N_("Remove it, or correct the id."),
    ),
    ("translation-mismatch", "not-text"): (
        N_('"{key}" is no text and is not translated'),
        N_("Remove the line; it is taken from the original."),
    ),
    ("translation-mismatch", "length"): (
        N_("the list has {here} items, the original {there}"),
        N_("A list is translated as a whole, item for item."),
    ),
    ("translation-mismatch", "if-repeated"): (
        N_("a condition is not repeated in a translation"),
        N_("Remove the line; it is taken from the original."),
    ),
    ("translation-mismatch", "lacks"): (
        N_('"{key}" of the original is missing here'),
        N_("Translate it as well."),
    ),
    # --- the proof ---
    ("stuck", ""): (
        N_('in scene "{scene}" it can happen that no choice is left'),
        N_("Add a choice without a condition, or loosen one of: {choices}."),
    ),
    ("unroutable", ""): (
        N_("it can happen that no route holds here"),
        N_("End the list with a route without if."),
    ),
    ("endless-loop", ""): (
        N_('from "{scene}" there may be no way to an ending any more'),
        N_("It goes round in: {ring}. Lead out of it somewhere."),
    ),
    ("impossible-choice", ""): (
        N_("this choice can never be offered"),
        N_("Change the condition, or set and add in the choices before."),
    ),
    ("impossible-route", ""): (
        N_("this route can never be taken"),
        N_("Change the condition, or set and add in the choices before."),
    ),
    ("impossible-route", "shadowed"): (
        N_("this route can never be taken: an earlier one always holds first"),
        N_("Move it up, or narrow the earlier condition."),
    ),
    ("unreachable-scene", ""): (
        N_('no play reaches the scene "{scene}"'),
        N_("Lead to it with to, or remove it."),
    ),
    ("unreachable-ending", ""): (
        N_('no play reaches the ending "{scene}"'),
        N_("Lead to it with to, or remove it."),
    ),
    ("empty-text", ""): (
        N_("it can happen that nothing of this text is shown"),
        N_("Add else, or a paragraph without if."),
    ),
}

SUGGESTION = N_('Did you mean "{suggestion}"?')
SHORTEST = N_("Shortest play: {play}")
AT_ONCE = N_("at once, at the start")
ONLY = N_("Here {name} is only: {values}.")
HIDES = N_("Out of reach with it: {hides}.")
TOGETHER = N_("The parts of the condition never hold together.")
RING = N_("They only lead to each other: {ring}.")

WORDS_MEANT = {"dan": "and", "atau": "or", "bukan": "not", "tidak": "not", "benar": "true", "salah": "false"}
"""What an author means who writes a condition in Indonesian."""
