"""Calendar files: taken apart and put into a calendar, and made from one. No Qt; long work comes in steps."""
