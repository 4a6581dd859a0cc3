"""How each kind of graphic is laid out; its model stands in `deckbuild.graphics` under the kind's name."""
