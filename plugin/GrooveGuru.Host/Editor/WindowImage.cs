namespace GrooveGuru.Host.Editor;

/// <summary>What a window shows.</summary>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="Pixels">Rows from the top, 0x00RRGGBB.</param>
public sealed record WindowImage(int Width, int Height, uint[] Pixels)
{
    /// <summary>How many colours there are in it; a blank one has 1.</summary>
    public int ColorCount => Pixels.Distinct().Count();

    /// <summary>One pixel, 0x00RRGGBB.</summary>
    public uint At(int x, int y) => Pixels[(y * Width) + x];
}
