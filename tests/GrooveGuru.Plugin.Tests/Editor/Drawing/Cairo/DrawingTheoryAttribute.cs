using GrooveGuru.Plugin.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

/// <summary>A test with data that draws: skipped by name where Cairo or Pango is not installed.</summary>
public sealed class DrawingTheoryAttribute : TheoryAttribute
{
    public DrawingTheoryAttribute() => Skip = DrawingLibraries.Problem;
}
