"""One rule in each module, found by being here; one folder for each family of codes."""
