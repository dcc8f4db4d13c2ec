"""Lists of dated events as an answer, with a clock a row."""
