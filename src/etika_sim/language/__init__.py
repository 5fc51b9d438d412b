"""YAML text in; a Scenario or Diagnostics out."""
