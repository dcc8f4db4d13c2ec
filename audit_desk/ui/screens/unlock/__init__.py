"""The first window: open a register, make one, or look around an invented one."""
