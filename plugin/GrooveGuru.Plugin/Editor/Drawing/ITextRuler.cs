namespace GrooveGuru.Plugin.Editor.Drawing;

/// <summary>Tells how much room text takes, without a canvas. Lengths are points. [main-thread]</summary>
internal interface ITextRuler
{
    /// <summary>Pixels of a point: what is a whole number of pixels looks sharp and even.</summary>
    double Scale { get; }

    /// <summary>Size that a text takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="maxWidth">Where it is wrapped; infinity for one line.</param>
    /// <returns>Width of the longest line, and height of all lines; one line's height for an empty text.</returns>
    (double Width, double Height) Measure(string text, TextStyle style, double maxWidth = double.PositiveInfinity);

    /// <summary>Where a caret stands in one line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="index">Character before which it stands, 0 to the length.</param>
    /// <returns>From the left edge of the text.</returns>
    double CaretX(string text, TextStyle style, int index);

    /// <summary>The place for a caret that is nearest to a point in one line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="x">From the left edge of the text.</param>
    /// <returns>0 to the length.</returns>
    int IndexAt(string text, TextStyle style, double x);
}
