"""Rules about type: roles, sizes, signs."""
