"""The tools page: read an audit tool, with where each question comes from."""
