namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The kinds of parent window that hosts offer.</summary>
internal static unsafe class ViewPlatform
{
    /// <summary>The kind that this system's windows are embedded in.</summary>
    public static ReadOnlySpan<byte> Current => OperatingSystem.IsWindows() ? "HWND"u8 : "X11EmbedWindowID"u8;

    /// <summary>Whether a kind is the one of this system.</summary>
    /// <param name="type">Zero-ended text; may be null.</param>
    public static bool IsCurrent(byte* type)
    {
        ReadOnlySpan<byte> expected = Current;
        for (int index = 0; type != null && index < expected.Length; index++)
        {
            if (type[index] != expected[index])
            {
                return false;
            }
        }

        return type != null && type[expected.Length] == 0;
    }
}
