"""The author's side: reading decks from YAML into frozen models that know their positions."""
