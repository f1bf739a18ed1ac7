"""A GTK program that takes files: prints READY when it is shown, and DROPPED with each URI that is dropped on it. A third argument
is text that it puts on the clipboard."""
import sys
import gi
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk


def on_files(widget, context, x, y, data, info, time):
    for uri in data.get_uris():
        print("DROPPED", uri, flush=True)
        print("PATH", GLib.filename_from_uri(uri)[0], flush=True)
    Gtk.drag_finish(context, True, False, time)


window = Gtk.Window(type=Gtk.WindowType.POPUP, title="target")
window.set_default_size(200, 200)
window.move(int(sys.argv[1]), int(sys.argv[2]))
window.drag_dest_set(Gtk.DestDefaults.ALL, [Gtk.TargetEntry.new("text/uri-list", 0, 0)], Gdk.DragAction.COPY)
window.connect("drag-data-received", on_files)
if len(sys.argv) > 3:
    Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).set_text(sys.argv[3], -1)
window.connect("map-event", lambda *_: print("READY", flush=True))
window.add_events(Gdk.EventMask.STRUCTURE_MASK)
window.show_all()
GLib.timeout_add_seconds(60, Gtk.main_quit)
Gtk.main()
