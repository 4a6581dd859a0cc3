"""Rules about what stands where on a slide."""
