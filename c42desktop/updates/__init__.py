"""Whether there is a newer version: asked of a release feed, told, and never installed.

feed.py      what a feed says, read within bounds (pure); format and reasons are there
minisign.py  whether it is by who makes this program (pure)
verdict.py   whether it may be believed: signed, neither expired nor older than one before (pure)
fetching.py  the two files, over https
memory.py    what was believed last, and until which version the person wants to hear nothing
schedule.py  when to look (pure)
system.py    which of the downloads is for here
"""
