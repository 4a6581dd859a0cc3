"""The written file: its parts, and their faults by the rules of the format."""
