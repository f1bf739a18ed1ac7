namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>Text that is ready to be drawn.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Layout">The library's object, which <see cref="TextLayouts"/> owns.</param>
/// <param name="WidthPixels">Width of its longest line.</param>
/// <param name="HeightPixels">Height of all its lines.</param>
internal sealed record SetText(TextKey Key, nint Layout, double WidthPixels, double HeightPixels);
