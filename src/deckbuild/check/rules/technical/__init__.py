"""Rules about code, commands, links and facts."""
