"""One rule in each module, found by being here."""
