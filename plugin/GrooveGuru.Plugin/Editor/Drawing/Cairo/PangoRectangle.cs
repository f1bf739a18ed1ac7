using System.Runtime.InteropServices;

namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>A rectangle in units of a layout; the width is negative in text that runs to the left.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PangoRectangle
{
    public int X;
    public int Y;
    public int Width;
    public int Height;
}
