"""How a .pptx comes out, measured on the PDF that LibreOffice makes of it.

It asks the file what it says and the PDF what can be seen, and nothing of the program that wrote the file: so
it finds what that program gets wrong. `python -m tools.measure deck.pptx` prints what it finds.
"""
