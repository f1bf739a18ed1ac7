using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>The colours of a theme.</summary>
internal sealed record Palette
{
    /// <summary>Behind all.</summary>
    public required Color Window { get; init; }

    /// <summary>Behind what belongs together.</summary>
    public required Color Panel { get; init; }

    /// <summary>Controls at rest.</summary>
    public required Color Raised { get; init; }

    /// <summary>Controls under the pointer.</summary>
    public required Color Hover { get; init; }

    /// <summary>Wells: tracks of meters, text fields.</summary>
    public required Color Well { get; init; }

    /// <summary>Lines between things.</summary>
    public required Color Line { get; init; }

    /// <summary>Outlines of controls; as strong as the theme asks for.</summary>
    public required Color Outline { get; init; }

    /// <summary>Outlines of controls that cannot be used.</summary>
    public required Color DisabledOutline { get; init; }

    /// <summary>Text to read.</summary>
    public required Color Text { get; init; }

    /// <summary>Text beside it.</summary>
    public required Color DimText { get; init; }

    /// <summary>Text of controls that cannot be used.</summary>
    public required Color DisabledText { get; init; }

    /// <summary>What stands out: the chosen tab, the first button, RMS.</summary>
    public required Color Accent { get; init; }

    /// <summary>The accent under the pointer.</summary>
    public required Color AccentHover { get; init; }

    /// <summary>Text on the accent.</summary>
    public required Color OnAccent { get; init; }

    /// <summary>All is well.</summary>
    public required Color Good { get; init; }

    /// <summary>Look at this.</summary>
    public required Color Warn { get; init; }

    /// <summary>Something is wrong.</summary>
    public required Color Bad { get; init; }

    /// <summary>The ring around what has the keyboard.</summary>
    public required Color Focus { get; init; }

    /// <summary>Chosen text.</summary>
    public required Color Selection { get; init; }

    /// <summary>Whether colour alone must not tell anything: words that can be pressed have an outline, colours of others stand beside text.</summary>
    public bool IsHighContrast { get; init; }

    /// <summary>Light on dark.</summary>
    public static Palette Dark { get; } = new()
    {
        Window = new(0xFF15171B),
        Panel = new(0xFF1D2026),
        Raised = new(0xFF2A2F38),
        Hover = new(0xFF353B46),
        Well = new(0xFF101216),
        Line = new(0xFF2C313A),
        Outline = new(0xFF3A414D),
        DisabledOutline = new(0xFF2C313A),
        Text = new(0xFFE9EBEF),
        DimText = new(0xFFA7AEBB),
        DisabledText = new(0xFFA7AEBB),
        Accent = new(0xFF62C9B8),
        AccentHover = new(0xFF9BE3D6),
        OnAccent = new(0xFF0C1F1C),
        Good = new(0xFF77CE92),
        Warn = new(0xFFE9B85A),
        Bad = new(0xFFF2827F),
        Focus = new(0xFFFFFFFF),
        Selection = new(0xFF2F6A63),
    };

    /// <summary>White on black, and one strong colour for each thing that a colour says.</summary>
    public static Palette HighContrast { get; } = new()
    {
        Window = new(0xFF000000),
        Panel = new(0xFF000000),
        Raised = new(0xFF000000),
        Hover = new(0xFF000000),
        Well = new(0xFF000000),
        Line = new(0xFFFFFFFF),
        Outline = new(0xFFFFFFFF),
        DisabledOutline = new(0x00000000),
        Text = new(0xFFFFFFFF),
        DimText = new(0xFFFFFFFF),
        DisabledText = new(0xFFB4B4B4),
        Accent = new(0xFF33DDFF),
        AccentHover = new(0xFFFFFFFF),
        OnAccent = new(0xFF000000),
        Good = new(0xFF52F06E),
        Warn = new(0xFFFFE600),
        Bad = new(0xFFFF8A80),
        Focus = new(0xFFFF8CFF),
        Selection = new(0xFF00454F),
        IsHighContrast = true,
    };

    /// <summary>The colours of a theme.</summary>
    public static Palette Of(EditorTheme theme) => theme == EditorTheme.HighContrast ? HighContrast : Dark;

    /// <summary>The colour of an ink.</summary>
    public Color Of(Ink ink) => ink switch
    {
        Ink.Dim => DimText,
        Ink.Accent => Accent,
        Ink.Good => Good,
        Ink.Warn => Warn,
        Ink.Bad => Bad,
        _ => Text,
    };

    /// <summary>How well a colour can be read on another.</summary>
    /// <returns>1 (not at all) to 21 (black and white).</returns>
    /// <remarks>WCAG 2.1, contrast ratio.</remarks>
    public static double Contrast(Color one, Color other)
    {
        double first = Luminance(one), second = Luminance(other);
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(Color color) =>
        (0.2126 * Linear((color.Argb >> 16) & 0xFF)) + (0.7152 * Linear((color.Argb >> 8) & 0xFF)) + (0.0722 * Linear(color.Argb & 0xFF));

    private static double Linear(uint channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
