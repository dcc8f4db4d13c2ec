"""The list of rounds, and creating one."""
