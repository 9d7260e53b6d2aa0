"""Whether the desktop says that its person is not to be disturbed.

Who tells it, and at what cost while nothing happens:

    Plasma, dunst, Xfce           do not disturb; a D-Bus signal at each change. That costs nothing.
    GNOME, Cinnamon, MATE         the same; at each change a small program is run that reads the setting.
    X11                           a full-screen window in front; asked before something is shown.
    Windows                       a full-screen program, a game or a presentation; asked before something is shown.
    Wayland                       of windows only what runs in XWayland; Plasma 6.4 says do not disturb meanwhile.
    macOS                         nothing that a program may ask. It holds notifications back by itself.

Whoever fails, or does not answer in time, does not disturb anybody by that: it counts as not quiet.
"""
