namespace GrooveGuru.Plugin.Editor.Drawing;

/// <summary>How text is set.</summary>
/// <param name="SizePoints">Size of the font, points.</param>
/// <param name="IsBold">Bold or regular.</param>
/// <param name="Color">Colour.</param>
internal readonly record struct TextStyle(double SizePoints, bool IsBold, Color Color);
