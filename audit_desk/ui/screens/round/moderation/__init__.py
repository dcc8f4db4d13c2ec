"""The Moderation tab of a round: who is read twice, two readings side by side, agreement."""
