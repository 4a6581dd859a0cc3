"""A fuzzer: mutants of decks, themes, variables, sign-offs, pictures and caches, through the command line."""
