"""One file a command; `app` is the one place where errors end."""
