"""Where cases, translations and registers are found."""
