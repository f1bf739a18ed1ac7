namespace GrooveGuru.Plugin.Editor.Drawing;

/// <summary>What the content is painted on; small, so that every system's own drawing can stand under it. Lengths are points.</summary>
internal interface ICanvas
{
    /// <summary>Fills a rectangle, with round corners where the radius is above 0.</summary>
    void Fill(Rect rect, Color color, double cornerRadius = 0);

    /// <summary>Draws the outline of a rectangle; the line lies inside it.</summary>
    void Stroke(Rect rect, Color color, double lineWidth = 1, double cornerRadius = 0);

    /// <summary>Draws a line through points.</summary>
    void Polyline(ReadOnlySpan<(double X, double Y)> points, Color color, double lineWidth = 1);

    /// <summary>Fills the area that points enclose.</summary>
    void Polygon(ReadOnlySpan<(double X, double Y)> points, Color color);

    /// <summary>
    /// Writes text into a rectangle; what is too long is wrapped where lines are left, and ends with an ellipsis else. One line
    /// stands in the middle of the height, several begin at the top.
    /// </summary>
    void Text(string text, Rect rect, TextStyle style, TextAlign align = TextAlign.Left, int maxLines = 1);

    /// <summary>Paints only inside a rectangle until the matching <see cref="Pop"/>.</summary>
    void PushClip(Rect rect);

    /// <summary>Ends the newest clip.</summary>
    void Pop();
}
