"""Asks a window to close, as its close button does (WM_DELETE_WINDOW), without a window manager. Standard library only."""
import ctypes
import ctypes.util
import sys

x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
Window = ctypes.c_ulong


class ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
        ("window", Window), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),
    ]


x.XOpenDisplay.restype = ctypes.c_void_p
x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x.XDefaultRootWindow.restype = Window
x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
x.XInternAtom.restype = ctypes.c_ulong
x.XQueryTree.argtypes = [ctypes.c_void_p, Window] + [ctypes.c_void_p] * 4
x.XFetchName.argtypes = [ctypes.c_void_p, Window, ctypes.POINTER(ctypes.c_char_p)]
x.XSendEvent.argtypes = [ctypes.c_void_p, Window, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
x.XFlush.argtypes = [ctypes.c_void_p]


def children(display, window):
    root, parent, count = Window(), Window(), ctypes.c_uint()
    below = ctypes.POINTER(Window)()
    x.XQueryTree(display, window, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(below), ctypes.byref(count))
    return [below[i] for i in range(count.value)]


def named(display, window, name):
    title = ctypes.c_char_p()
    x.XFetchName(display, window, ctypes.byref(title))
    if title.value == name:
        yield window
    for child in children(display, window):
        yield from named(display, child, name)


display = x.XOpenDisplay(None)
wanted = sys.argv[1].encode()
found = list(named(display, x.XDefaultRootWindow(display), wanted))
for window in found:
    event = ClientMessage(type=33, send_event=1, window=window, format=32)
    event.message_type = x.XInternAtom(display, b"WM_PROTOCOLS", 0)
    event.data[0] = x.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    x.XSendEvent(display, window, 0, 0, ctypes.byref(event))
x.XFlush(display)
sys.exit(0 if found else 1)
