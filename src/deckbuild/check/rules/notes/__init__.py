"""Rules about speaker notes."""
