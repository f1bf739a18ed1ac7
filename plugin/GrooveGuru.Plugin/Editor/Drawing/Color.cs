namespace GrooveGuru.Plugin.Editor.Drawing;

/// <summary>A colour, 0xAARRGGBB.</summary>
internal readonly record struct Color(uint Argb)
{
    /// <summary>The same, less opaque.</summary>
    /// <param name="opacity">0–1.</param>
    public Color WithOpacity(double opacity) => new((Argb & 0x00FFFFFF) | ((uint)Math.Round(255 * Math.Clamp(opacity, 0, 1)) << 24));
}
