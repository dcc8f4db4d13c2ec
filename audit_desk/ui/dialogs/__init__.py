"""Windows over the window: each does one thing and goes away."""
