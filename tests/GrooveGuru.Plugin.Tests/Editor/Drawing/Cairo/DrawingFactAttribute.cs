using GrooveGuru.Plugin.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

/// <summary>A test that draws: skipped by name where Cairo or Pango is not installed.</summary>
public sealed class DrawingFactAttribute : FactAttribute
{
    public DrawingFactAttribute() => Skip = DrawingLibraries.Problem;
}
