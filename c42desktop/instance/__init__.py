"""The one application of a profile, and how other processes speak with it. Nothing in here imports Qt."""
