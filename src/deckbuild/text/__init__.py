"""Measuring text with real advance widths, breaking it into lines, and fitting it into boxes."""
