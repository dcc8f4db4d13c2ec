"""One round: its sample, its audits, what they found, and the report."""
