"""A class told afterwards as a document: HTML, CSV, JSON, and a page for those who lead."""
