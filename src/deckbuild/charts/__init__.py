"""What any chart needs: curves, a scale, places for labels, and the engine that paints the plot."""
