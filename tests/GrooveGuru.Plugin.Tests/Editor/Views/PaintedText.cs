using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>A text as it was painted.</summary>
/// <param name="Text">The text.</param>
/// <param name="Ink">Where its letters lie, points.</param>
/// <param name="Box">Where it was to lie.</param>
/// <param name="Clip">What it is cut off at; null for nothing.</param>
/// <param name="IsCut">Whether it ends with an ellipsis or has more lines than its box.</param>
/// <param name="MaxLines">Lines that it may have; 0 for any number.</param>
internal sealed record PaintedText(string Text, Rect Ink, Rect Box, Rect? Clip, bool IsCut, int MaxLines);
