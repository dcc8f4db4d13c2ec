"""The audit page: reading one child's file, question by question."""
