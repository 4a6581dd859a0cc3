"""Placing what authors wrote: blocks into stacks and columns, slides into pages."""
