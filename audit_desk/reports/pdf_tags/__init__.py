"""Tagging: what each thing on a page is, so that a screen reader can read the report aloud.

The PDF library draws pages and knows nothing of headings, lists and tables. Here the pieces
say what they are while they are drawn (``marking``), what they say becomes a tree
(``structure``), and the tree is written into the file (``objects``). What the document says
of itself is written for programs too (``metadata``).
"""
