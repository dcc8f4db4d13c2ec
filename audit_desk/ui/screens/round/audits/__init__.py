"""The Audits tab of a round: who reads which file, by when, and how far each is."""
