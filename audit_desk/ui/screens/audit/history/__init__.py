"""Every version of an answer, and what was submitted before."""
