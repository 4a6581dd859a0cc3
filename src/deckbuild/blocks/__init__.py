"""Blocks: one file per kind of slide content, each a model with its own layout."""
