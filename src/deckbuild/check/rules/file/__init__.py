"""Rules about the file that is written."""
