"""A check's outcome in the formats that people and machines read; one module for each."""
