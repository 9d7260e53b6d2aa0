"""Runs that ended against everybody's will: written down on this computer, shown at the next start, sent nowhere."""
