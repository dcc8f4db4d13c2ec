"""Themes and the whole audit judged, with the suggestion beside."""
