"""The settings page: saved field by field, as each is left."""
