"""The invented register: a cohort, a finished round and one under way, to look around in."""
