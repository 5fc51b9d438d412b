"""The web server of a class: routes, phone pages, tokens, limits: what knows the network."""
