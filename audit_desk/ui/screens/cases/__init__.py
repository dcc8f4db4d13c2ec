"""Cases: every child in the register, to find, filter and look at."""
