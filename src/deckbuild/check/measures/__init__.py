"""What rules measure with: texts as written, items as drawn, and what can be said of them."""
