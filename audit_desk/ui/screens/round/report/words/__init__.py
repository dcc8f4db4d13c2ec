"""What the lead writes about a round, with the figures beside it."""
