"""One file with settings and calendars, without secrets: written while the application runs, and put back while it
does not."""
