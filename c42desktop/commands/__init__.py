"""The commands without a window: for scripts, for support, for computers without a screen. None imports Qt."""
