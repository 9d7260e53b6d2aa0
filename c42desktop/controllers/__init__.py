"""What joins the core and the window: each controller one concern, its partners given as plain values and callables."""
