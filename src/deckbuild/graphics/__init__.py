"""Graphics: one file per kind, each a model with its own layout, beside the engines that help them."""
