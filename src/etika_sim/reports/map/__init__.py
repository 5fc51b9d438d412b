"""The map of a case: its scenes and choices as a graph, drawn as SVG or written as Mermaid."""
