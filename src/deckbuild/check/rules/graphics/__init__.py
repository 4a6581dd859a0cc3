"""Rules about graphics."""
