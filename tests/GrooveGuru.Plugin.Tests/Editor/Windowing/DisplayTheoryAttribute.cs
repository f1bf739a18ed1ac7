namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>A theory that needs a display without a screen; skipped by name where Xvfb or a library is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DisplayTheoryAttribute : TheoryAttribute
{
    public DisplayTheoryAttribute() => Skip = DisplayFactAttribute.ReasonToSkip;
}
