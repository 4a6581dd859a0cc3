"""Reading YAML, under the name that this package's readers know."""

from deckbuild.sources.yaml import parse_yaml, read_yaml

__all__ = ["parse_yaml", "read_yaml"]
