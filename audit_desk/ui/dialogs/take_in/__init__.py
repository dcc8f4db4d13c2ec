"""Packs that come back: taken in, chosen between, and files taken back without them."""
