"""What keeps the program from working: each check by itself, and all of them at real servers."""
