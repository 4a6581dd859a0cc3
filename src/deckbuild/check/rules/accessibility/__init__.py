"""Rules about who can't see the slide."""
