using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>Pieces that pages have in common.</summary>
internal static class Section
{
    /// <summary>Words above what belongs together.</summary>
    public static Label Heading(string text) => new(text, 10.5, Ink.Dim, isBold: true, maxLines: 1);

    /// <summary>A card that says how things stand and what to do.</summary>
    /// <param name="mark">The colour of its edge.</param>
    /// <param name="title">How things stand.</param>
    /// <param name="text">What to do; may be long.</param>
    public static Card Notice(Ink? mark, string title, string text) =>
        new(6, new Label(title, 14, isBold: true), text.Length > 0 ? new Label(text, 12, Ink.Dim) : null) { Padding = 14, Mark = mark };

    /// <summary>The same where there is little room.</summary>
    /// <param name="mark">The colour of its edge.</param>
    /// <param name="title">How things stand.</param>
    /// <param name="text">What to do; may be long.</param>
    public static Card SmallNotice(Ink? mark, string title, string text) =>
        new(3, new Label(title, 12.5, isBold: true), text.Length > 0 ? new Label(text, 11, Ink.Dim) : null) { Padding = 14, Mark = mark };
}
