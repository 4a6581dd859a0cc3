"""Whether a deck is fit to teach, read from what was laid out."""
