"""What several kinds of graphics draw with."""
