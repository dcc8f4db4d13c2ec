"""The practitioners' and the child's part in an audit."""
