"""What several kinds of graphics draw with: engines, icons, cards, connectors, and where labels find room."""
