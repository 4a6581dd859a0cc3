"""Outputs: each turns a `Document` into a file, and takes no decision about positions."""
