namespace GrooveGuru.Plugin.Editor.Windowing.X11.Dragging;

/// <summary>A window that takes drags.</summary>
/// <param name="Window">The window that messages speak of.</param>
/// <param name="Receiver">The window that they are sent to: the same one, or its proxy.</param>
/// <param name="Version">The version that both sides speak.</param>
internal readonly record struct XdndTarget(uint Window, uint Receiver, uint Version);
