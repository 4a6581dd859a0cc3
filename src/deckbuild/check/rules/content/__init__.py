"""Rules about what a deck says: objectives, titles, points."""
