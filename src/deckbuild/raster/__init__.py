"""Raster pictures: which kind a file is, its pixels, and the form in which a page shows them."""
