"""Boxes and lines of diagrams: Graphviz finds the places, connectors and their labels follow from them."""
