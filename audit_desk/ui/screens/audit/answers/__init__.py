"""The parts of one question: grades, texts, dates and what they are typed into."""
