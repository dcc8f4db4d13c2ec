"""Actions: who sees to what by when, until something shows that practice changed."""
