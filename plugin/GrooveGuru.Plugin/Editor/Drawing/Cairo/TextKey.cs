namespace GrooveGuru.Plugin.Editor.Drawing.Cairo;

/// <summary>What tells one set text from another; the colour does not.</summary>
/// <param name="Text">The text.</param>
/// <param name="SizePoints">Size of the font, points.</param>
/// <param name="IsBold">Bold or regular.</param>
/// <param name="WidthUnits">Where it is wrapped, units of a layout; -1 for nowhere.</param>
/// <param name="MaxLines">Lines after which it ends with an ellipsis; 0 for any number.</param>
/// <param name="Align">Where its lines stand.</param>
internal readonly record struct TextKey(string Text, double SizePoints, bool IsBold, int WidthUnits, int MaxLines, TextAlign Align);
