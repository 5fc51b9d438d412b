"""One player at a terminal: who it is, the prompt, the loop of a play, the debriefing after it."""
