"""The sample of a round: what is asked for, what a draw would give, and the receipt."""
