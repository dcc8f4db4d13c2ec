"""The report of a round: seen page by page before it is saved."""
