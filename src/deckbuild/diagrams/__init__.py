"""Boxes and lines of diagrams: their order, places, ways that stay apart, and places for labels."""
