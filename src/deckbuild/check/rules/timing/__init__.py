"""Rules about minutes."""
