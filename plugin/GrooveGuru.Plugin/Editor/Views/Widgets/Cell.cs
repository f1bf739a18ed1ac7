namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>A place in a row.</summary>
/// <param name="Content">What stands there.</param>
/// <param name="FixedWidth">Its width, points; the least width where it has a share; null for the width that it likes.</param>
/// <param name="Share">Its part of the room that is left over; 0 for none.</param>
internal sealed record Cell(Widget Content, double? FixedWidth = null, double Share = 0)
{
    /// <summary>As wide as it likes.</summary>
    public static Cell Natural(Widget content) => new(content);

    /// <summary>Takes the room that is left over.</summary>
    public static Cell Rest(Widget content, double least = 0) => new(content, least, 1);

    /// <summary>Of one width.</summary>
    public static Cell Fixed(double width, Widget content) => new(content, width);
}
